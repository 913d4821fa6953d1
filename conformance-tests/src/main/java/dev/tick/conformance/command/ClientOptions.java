package dev.tick.conformance.command;

import dev.tick.conformance.client.JudgeOptions;
import dev.tick.conformance.input.InvalidSettingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a judgement, by the names of Maven's properties where there is one. */
final class ClientOptions {
    private static final int LONGEST = 3600;
    private static final int MOST = 32;

    private final Map<String, String> properties = new TreeMap<>();

    @Mixin
    private final EndingOptions ending = new EndingOptions();

    private Optional<List<String>> scenarios = Optional.empty();
    private String deadline = String.valueOf(JudgeOptions.standard().deadline().toSeconds());
    private String parallel = String.valueOf(JudgeOptions.standard().parallel());

    @Option(
            names = "--target-command",
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
        all.putAll(ending.properties());
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
}
