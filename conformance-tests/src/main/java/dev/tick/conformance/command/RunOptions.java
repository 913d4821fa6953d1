package dev.tick.conformance.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class RunOptions {
    /** The options whose name is not that of Maven's property. */
    private static final Map<String, String> NAMES =
            Map.of("fail.on", "fail-on", "in.flight", "in-flight", "tick.directory", "output");

    private final Map<String, String> properties = new TreeMap<>();

    @Option(
            names = "--contract",
            paramLabel = "NAME|FOLDER",
            description = "Contract to hold the target to: tiindicators, indicators, or the folder of one's own"
                    + " (default: tiindicators).")
    void contract(String name) {
        properties.put("contract", name);
    }

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder for the results; made when it is missing (default: target/conformance).")
    void output(String directory) {
        properties.put("tick.directory", directory);
    }

    /** Returns the options by the names of Maven's properties. */
    Map<String, String> properties() {
        return new LinkedHashMap<>(properties);
    }

    /** Puts an option's name in place of the property's at the beginning of a message. */
    static String named(String message) {
        int colon = message.indexOf(':');
        String key = colon < 0 ? "" : message.substring(0, colon);
        return key.matches("[a-z.]+") ? "--" + NAMES.getOrDefault(key, key) + message.substring(colon) : message;
    }
}
