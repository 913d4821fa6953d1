package dev.tick.conformance.command;

import dev.tick.conformance.Conformance;
import dev.tick.conformance.ContractChoice;
import dev.tick.conformance.Verifications;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.progress.ProgressDisplay;
import dev.tick.conformance.progress.Terminal;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
            "Access tokens and secrets come from the environment alone. For a URL, TICK_TOKEN is needed; with",
            "TICK_TOKEN_EXPIRED, _WITHOUT_ROLE, _DELEGATED, _DELEGATED_WITHOUT_SCOPE, _OTHER_APPLICATION, _TENANT_WIDE",
            "and _OTHER_AUDIENCE more requirements can be tested. The file of a target names its own variables.",
            "NO_COLOR=1 asks for a console without colours.",
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
            "  tick verify --target mine --confirm 0f1e2d3c-0000-4000-8000-000000000001    targets/mine.yaml",
            "  tick verify --target https://host.example --confirm host.example --baseline old/results.json --fail-on new"
        })
final class VerifyCommand implements Callable<Integer> {
    static final int INCONCLUSIVE = 3;

    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;
    private final Terminal terminal;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final VerifyOptions own = new VerifyOptions();

    VerifyCommand(Map<String, String> environment, Clock clock, PrintStream out, Terminal terminal) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return options.isJson() ? forPrograms() : forPeople();
    }

    private ContractChoice choice() {
        return ContractChoice.of(own.properties("verify", options), environment, clock);
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
        return ProgramConsole.tell(out, () -> {
            Verifications all = Verifications.perform(
                    choice(), clock, ProgramConsole.silent(), ConsoleStyle.PLAIN, run -> Progress.SILENT);
            return new ProgramConsole.End(RunJson.of(all, code(all)), code(all));
        });
    }

    /** Returns the worst of the runs: a broken MUST is certain, so it comes before what nothing can be concluded from. */
    private static int code(Verifications all) {
        List<Integer> codes =
                all.done().stream().map(done -> code(done.ending())).toList();
        return codes.contains(1) ? 1 : codes.contains(INCONCLUSIVE) ? INCONCLUSIVE : 0;
    }

    /** Returns the exit code of one run. */
    static int code(Conformance.Ending ending) {
        return switch (ending.verdict()) {
            case INCONCLUSIVE -> INCONCLUSIVE;
            case CONFORMANT, AS_FAR_AS_TESTED, WITH_DEVIATIONS, NOT_CONFORMANT -> ending.failsBuild() ? 1 : 0;
        };
    }
}
