package dev.tick.conformance.command;

import dev.tick.conformance.Conformance;
import dev.tick.conformance.ContractChoice;
import dev.tick.conformance.UnwrittenResultsException;
import dev.tick.conformance.Verifications;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.progress.ProgressDisplay;
import dev.tick.conformance.progress.Terminal;
import dev.tick.conformance.settings.InvalidSettingException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tick verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = TickVersion.class,
        sortOptions = false,
        description = {
            "Sends requests to a server, checks every requirement of the contract, and says whether the server conforms.",
            "Writes report.html, results.json, junit.xml, results.sarif, summary.txt, coverage.html and kill-matrix.html."
        },
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Access tokens come from the environment alone. TICK_TOKEN is needed for every target but the stub; with",
            "TICK_TOKEN_EXPIRED, _WITHOUT_ROLE, _DELEGATED, _DELEGATED_WITHOUT_SCOPE, _OTHER_APPLICATION, _TENANT_WIDE",
            "and _OTHER_AUDIENCE more requirements can be tested. NO_COLOR=1 asks for a console without colours.",
            "",
            "Exit codes:",
            "  0   conformant, also as far as tested or with listed deviations",
            "  1   not conformant, or --fail-on or --strict says so",
            "  2   wrong usage or setting; nothing was sent",
            "  3   inconclusive: an error, an unreachable target, or only a part of the requirements",
            "Of two contracts, 1 comes before 3.",
            "",
            "Examples:",
            "  tick verify",
            "  tick verify --target http://127.0.0.1:8080 --capabilities list",
            "  tick verify --target https://host.example --baseline old/results.json --fail-on new"
        })
final class VerifyCommand implements Callable<Integer> {
    static final int INCONCLUSIVE = 3;

    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;
    private final Terminal terminal;
    private final Map<String, String> properties = new TreeMap<>();

    @Mixin
    private final RunOptions options = new RunOptions();

    VerifyCommand(Map<String, String> environment, Clock clock, PrintStream out, Terminal terminal) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
        this.terminal = terminal;
    }

    @Option(
            names = "--target",
            paramLabel = "stub|URL",
            description = "Server to test; stub starts the kit's own for the run (default: stub).")
    void target(String target) {
        properties.put("target", target);
    }

    @Option(
            names = "--capabilities",
            paramLabel = "NAME,...",
            description = "What a server at a URL can do besides submit: list, get, patch, delete, import, batch-delete"
                    + " (default: none of them).")
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
            description = "YAML list of known deviations (default: deviations/HOST.yaml, where there is one).")
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
            names = "--ledger",
            paramLabel = "DIR",
            description = "Folder for the ledger of what is created on a server that is not on this machine"
                    + " (default: tick in XDG_STATE_HOME, else ~/.local/state/tick).")
    void ledger(String folder) {
        properties.put("ledger", folder);
    }

    @Option(names = "--read-only", description = "Send nothing but GET; the verdict is inconclusive.")
    void readOnly(boolean set) {
        properties.put("read.only", String.valueOf(set));
    }

    @Option(
            names = "--budget",
            paramLabel = "REQUESTS",
            description = "Stop the run after so many requests; those that clean up do not count (default: 1500 for a"
                    + " server that is not on this machine, else none).")
    void budget(String requests) {
        properties.put("budget", requests);
    }

    @Option(
            names = "--wait",
            paramLabel = "MINUTES",
            description = "Wait so long for another run on the same server to end (default: not at all).")
    void waitFor(String minutes) {
        properties.put("wait", minutes);
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

    @Override
    public Integer call() {
        return options.isJson() ? forPrograms() : forPeople();
    }

    private ContractChoice choice() {
        properties.putAll(options.properties());
        if ("none".equals(properties.get("target"))) {
            throw new InvalidSettingException("target: 'none' tests nothing; use 'tick coverage', or name a target");
        }
        return ContractChoice.of(properties, environment, clock);
    }

    private int forPeople() {
        Verifications all = Verifications.perform(
                choice(),
                clock,
                out,
                terminal.style(),
                run -> ProgressDisplay.at(terminal, run.settings().progressMode(), clock, out));
        return code(all);
    }

    private int forPrograms() {
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        try {
            Verifications all =
                    Verifications.perform(choice(), clock, nobody, ConsoleStyle.PLAIN, run -> Progress.SILENT);
            out.println(RunJson.of(all, code(all)));
            return code(all);
        } catch (InvalidSettingException e) {
            out.println(RunJson.refused(RunOptions.named(String.valueOf(e.getMessage())), Tick.USAGE));
            throw e;
        } catch (UnwrittenResultsException e) {
            out.println(RunJson.unwritten(e, INCONCLUSIVE));
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            out.println(RunJson.refused(Optional.ofNullable(e.getMessage()).orElseGet(e::toString), INCONCLUSIVE));
            throw e;
        }
    }

    /** Returns the worst of the runs: a broken MUST is certain, so it comes before what nothing can be concluded from. */
    private static int code(Verifications all) {
        List<Integer> codes =
                all.done().stream().map(done -> code(done.ending())).toList();
        return codes.contains(1) ? 1 : codes.contains(INCONCLUSIVE) ? INCONCLUSIVE : 0;
    }

    private static int code(Conformance.Ending ending) {
        return switch (ending.verdict()) {
            case INCONCLUSIVE -> INCONCLUSIVE;
            case CONFORMANT, AS_FAR_AS_TESTED, WITH_DEVIATIONS, NOT_CONFORMANT -> ending.failsBuild() ? 1 : 0;
        };
    }
}
