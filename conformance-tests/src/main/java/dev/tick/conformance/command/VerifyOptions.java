package dev.tick.conformance.command;

import dev.tick.conformance.input.InvalidSettingException;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a run, by the names of Maven's properties. */
final class VerifyOptions {
    private final Map<String, String> properties = new TreeMap<>();

    @Mixin
    private final EndingOptions ending = new EndingOptions();

    /**
     * Returns what is set.
     *
     * @param command that has the options, for messages
     * @param others those that every command has
     * @throws InvalidSettingException when there is no target
     */
    Map<String, String> properties(String command, RunOptions others) {
        Map<String, String> all = new TreeMap<>(properties);
        all.putAll(ending.properties());
        all.putAll(others.properties());
        if ("none".equals(all.get("target"))) {
            throw new InvalidSettingException(
                    "target: 'none' " + (command.equals("plan") ? "has no run" : "tests nothing")
                            + "; use 'tick coverage', or name a target");
        }
        return all;
    }

    @Option(
            names = "--target",
            paramLabel = "stub|NAME|FILE|URL",
            description = "Server to test: a name stands for targets/NAME.yaml; stub starts the kit's own for the run"
                    + " (default: stub).")
    void target(String target) {
        properties.put("target", target);
    }

    @Option(
            names = "--capabilities",
            paramLabel = "NAME,...",
            description =
                    "What a server can do besides submit: list, get, patch, delete, import, batch-delete (default: what"
                            + " the target's file says, and none of them for a URL).")
    void capabilities(String names) {
        properties.put("capabilities", names);
    }

    @Option(
            names = "--requirements",
            paramLabel = "ID,...",
            description = "Check these alone; a part proves no conformance, so the verdict is INCONCLUSIVE at best.")
    void requirements(String ids) {
        properties.put("requirements", ids);
    }

    @Option(
            names = "--explore",
            paramLabel = "0|standard|N",
            description = "How many requests to spend on sequences that a model of the service judges: none, 90, or N"
                    + " (default: standard).")
    void explore(String requests) {
        properties.put("explore", requests);
    }

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description =
                    "Whole number that decides these sequences; the same one gives the same requests (default: 16).")
    void seed(String number) {
        properties.put("seed", number);
    }

    @Option(
            names = "--deviations",
            paramLabel = "FILE",
            description = "YAML list of known deviations (default: that of the target's file, else"
                    + " deviations/NAME.yaml or deviations/HOST.yaml, where there is one).")
    void deviations(String file) {
        properties.put("deviations", file);
    }

    @Option(names = "--share", description = "Mask in the results what tells whose the target is.")
    void share(boolean set) {
        properties.put("share", String.valueOf(set));
    }

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "PEM certificates of the authorities that a target's certificate may come from, and no others"
                    + " (default: those of the JVM).")
    void ca(String file) {
        properties.put("ca", file);
    }

    @Option(
            names = "--deadline",
            paramLabel = "MINUTES",
            description =
                    "Stop the run when the target has taken this long for all its responses together; waits that it"
                            + " asks for do not count (default: 10).")
    void deadline(String minutes) {
        properties.put("deadline", minutes);
    }

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            description =
                    "Send up to this many independent requests together to a target that takes over 50 ms for each"
                            + " (1 to 16, default: 8; 1 sends one after the other).")
    void inFlight(String requests) {
        properties.put("in.flight", requests);
    }

    @Option(
            names = "--progress",
            paramLabel = "line|plain|none",
            description =
                    "One line that is rewritten, plain lines now and then, or nothing (default: line at a terminal,"
                            + " else plain).")
    void progress(String way) {
        properties.put("progress", way);
    }

    @Option(
            names = "--pace",
            paramLabel = "N",
            description = "Most requests a minute (default: 100, as documented; on this machine no limit).")
    void pace(String requests) {
        properties.put("pace", requests);
    }

    @Option(
            names = "--budget",
            paramLabel = "N",
            description =
                    "Most requests of the run, which stops there; those that clean up do not count (default: 1500; on"
                            + " this machine no limit).")
    void budget(String requests) {
        properties.put("budget", requests);
    }

    @Option(names = "--read-only", description = "Send nothing but GET; the verdict is inconclusive.")
    void readOnly(boolean set) {
        properties.put("read.only", String.valueOf(set));
    }

    @Option(
            names = "--ledger",
            paramLabel = "DIR",
            description = "Folder for the ledger of what is created on a server that is not on this machine"
                    + " (default: tick in XDG_STATE_HOME, else ~/.local/state/tick).")
    void ledger(String folder) {
        properties.put("ledger", folder);
    }

    @Option(
            names = "--wait",
            paramLabel = "MINUTES",
            description = "Wait so long for another run on the same server to end (default: not at all).")
    void waitFor(String minutes) {
        properties.put("wait", minutes);
    }

    @Option(
            names = "--confirm",
            paramLabel = "TENANT|HOST",
            description =
                    "Whose server this is: the id of the tenant, or the host where there is none. A run on anything but"
                            + " this machine needs it.")
    void confirm(String word) {
        properties.put("confirm", word);
    }
}
