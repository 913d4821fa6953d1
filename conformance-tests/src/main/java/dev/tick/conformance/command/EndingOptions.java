package dev.tick.conformance.command;

import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options by which a verdict becomes an exit code. */
final class EndingOptions {
    private final Map<String, String> properties = new TreeMap<>();

    /** Returns what is set, by the names of Maven's properties. */
    Map<String, String> properties() {
        return Map.copyOf(properties);
    }

    @Option(names = "--baseline", paramLabel = "FILE", description = "results.json of an earlier run to compare with.")
    void baseline(String file) {
        properties.put("baseline", file);
    }

    @Option(
            names = "--fail-on",
            paramLabel = "must|should|new",
            description =
                    "Exit with 1 for broken MUSTs, for broken SHOULDs as well, or for failures that the baseline did"
                            + " not have (default: must).")
    void failOn(String what) {
        properties.put("fail.on", what);
    }

    @Option(names = "--strict", description = "Exit with 1 for MUSTs that could not be tested.")
    void strict(boolean set) {
        properties.put("strict", String.valueOf(set));
    }
}
