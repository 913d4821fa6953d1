package dev.tick.conformance.command;

import dev.tick.conformance.client.ClientCommand;
import dev.tick.conformance.client.ClientProgram;
import dev.tick.conformance.client.JudgeOptions;
import dev.tick.conformance.client.JudgeSettings;
import dev.tick.conformance.input.InvalidSettingException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a judgement, by the names of Maven's properties where there is one. */
final class ClientOptions {
    private final Map<String, String> properties = new TreeMap<>();
    private final Map<String, String> judging = new TreeMap<>();

    @Mixin
    private final EndingOptions ending = new EndingOptions();

    @Option(
            names = "--target-command",
            paramLabel = "COMMAND",
            description =
                    "Client to judge: started once for each scenario (but see --long-lived), its words split as a shell does it.")
    private String command = "";

    /**
     * Returns the client.
     *
     * @param path the value of the variable {@code PATH}; empty text where nobody knows it
     * @throws InvalidSettingException when there is no such program
     */
    ClientProgram program(String path) {
        return settings().program(new ClientCommand("target.command", command, Path.of("")), path);
    }

    private JudgeSettings settings() {
        return new JudgeSettings(judging, "");
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
     * @throws InvalidSettingException for a number or a list that cannot be used
     */
    JudgeOptions options() {
        return settings().options();
    }

    @Option(
            names = "--scenarios",
            paramLabel = "NAME,...",
            description = "Play these alone; a part proves no conformance, so the verdict is INCONCLUSIVE at best.")
    void scenarios(String names) {
        judging.put("scenarios", names);
    }

    @Option(
            names = "--capabilities",
            paramLabel = "NAME,...",
            description =
                    "What the client can do, of submit, list, get, patch, delete, import, batch-delete (default: all that the"
                            + " contract has); it is asked for nothing else.")
    void capabilities(String names) {
        judging.put("capabilities", names);
    }

    @Option(
            names = "--deadline",
            paramLabel = "SECONDS",
            description = "The client is killed when one scenario takes longer (default: 30).")
    void deadline(String seconds) {
        judging.put("deadline", seconds);
    }

    @Option(
            names = "--long-lived",
            description = "Start the client once for all scenarios, and tell it each by a line on its standard input.")
    void longLived(boolean is) {
        judging.put("long.lived", String.valueOf(is));
    }

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Scenarios played side by side (default: 4; with --long-lived, 1).")
    void parallel(String number) {
        judging.put("parallel", number);
    }

    @Option(names = "--deviations", paramLabel = "FILE", description = "YAML list of known deviations (default: none).")
    void deviations(String file) {
        properties.put("deviations", file);
    }
}
