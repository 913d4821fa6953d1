package dev.tick.conformance.command;

import dev.tick.conformance.client.JudgeOptions;
import dev.tick.conformance.input.InvalidSettingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options of a judgement, by the names of Maven's properties where there is one. */
final class ClientOptions {
    private static final int LONGEST = 3600;
    private static final int MOST = 32;

    private final Map<String, String> properties = new TreeMap<>();
    private Optional<List<String>> scenarios = Optional.empty();
    private String deadline = String.valueOf(JudgeOptions.standard().deadline().toSeconds());
    private String parallel = String.valueOf(JudgeOptions.standard().parallel());

    @Option(
            names = "--target-command",
            required = true,
            paramLabel = "COMMAND",
            description = "Client to judge: started once for each scenario, its words split as a shell does it.")
    private String command = "";

    String command() {
        return command;
    }

    /** Returns what is set, for the settings of a run. */
    Map<String, String> properties(RunOptions others) {
        Map<String, String> all = new TreeMap<>(properties);
        all.put("contract", "indicators");
        all.putAll(others.properties());
        return all;
    }

    /**
     * Returns how to judge.
     *
     * @throws InvalidSettingException for a number that cannot be used
     */
    JudgeOptions options() {
        return new JudgeOptions(
                Duration.ofSeconds(number("deadline", deadline, LONGEST)),
                number("parallel", parallel, MOST),
                scenarios);
    }

    private static int number(String key, String text, int most) {
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new InvalidSettingException(
                    key + ": expected a whole number from 1 to " + most + ", got '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    @Option(
            names = "--scenarios",
            paramLabel = "NAME,...",
            description = "Play these alone; a part proves no conformance, so the verdict is INCONCLUSIVE at best.")
    void scenarios(String names) {
        scenarios = Optional.of(List.of(names.trim().split("\\s*,\\s*", -1)));
    }

    @Option(
            names = "--deadline",
            paramLabel = "SECONDS",
            description = "The client is killed when one scenario takes longer (default: 30).")
    void deadline(String seconds) {
        deadline = seconds;
    }

    @Option(names = "--parallel", paramLabel = "N", description = "Scenarios played side by side (default: 4).")
    void parallel(String number) {
        parallel = number;
    }

    @Option(names = "--deviations", paramLabel = "FILE", description = "YAML list of known deviations (default: none).")
    void deviations(String file) {
        properties.put("deviations", file);
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
