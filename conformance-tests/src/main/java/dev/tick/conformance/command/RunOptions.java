package dev.tick.conformance.command;

import dev.tick.conformance.input.InvalidSettingException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class RunOptions {
    /** The options whose name is not that of Maven's property. */
    private static final Map<String, String> NAMES = Map.of(
            "fail.on",
            "fail-on",
            "in.flight",
            "in-flight",
            "read.only",
            "read-only",
            "target.command",
            "target-command",
            "tick.directory",
            "output");

    private static final String JSON = "json";

    private final Map<String, String> properties = new TreeMap<>();
    private List<String> folders = List.of();
    private boolean json;

    @Option(
            names = "--contract",
            paramLabel = "NAME|FOLDER",
            description =
                    "Contract to hold the target to: indicators (today's), tiindicators, or the folder of one's own"
                            + " (default: what the target's file says, else both editions for the stub; a URL is asked which it"
                            + " serves; a client is judged by indicators).")
    void contract(String name) {
        properties.put("contract", name);
    }

    @Option(
            names = "--output",
            paramLabel = "DIR|json",
            description =
                    "Folder for the results; made when it is missing (default: target/conformance). The word json asks for"
                            + " one JSON object on the console, and goes together with a folder.")
    void output(List<String> places) {
        folders = places.stream().filter(place -> !place.equals(JSON)).toList();
        json = places.contains(JSON);
    }

    /** Returns whether a command line that cannot be read is that of a program. */
    static boolean asksForJson(List<String> arguments) {
        return (!arguments.isEmpty() && List.of("verify", "plan", "judge").contains(arguments.get(0)))
                && (arguments.contains("--output=" + JSON)
                        || Collections.indexOfSubList(arguments, List.of("--output", JSON)) >= 0);
    }

    /** Returns whether the console is for a program. */
    boolean isJson() {
        return json;
    }

    /**
     * Returns the options by the names of Maven's properties.
     *
     * @throws InvalidSettingException when two folders are named
     */
    Map<String, String> properties() {
        if (folders.size() > 1) {
            throw new InvalidSettingException("tick.directory: two folders are named, '" + folders.get(0) + "' and '"
                    + folders.get(1) + "'; leave one out");
        }
        Map<String, String> all = new LinkedHashMap<>(properties);
        folders.forEach(folder -> all.put("tick.directory", folder));
        return all;
    }

    /** Puts an option's name in place of the property's at the beginning of a message. */
    static String named(String message) {
        int colon = message.indexOf(':');
        String key = colon < 0 ? "" : message.substring(0, colon);
        return key.matches("[a-z.]+") ? "--" + NAMES.getOrDefault(key, key) + message.substring(colon) : message;
    }
}
