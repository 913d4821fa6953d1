package dev.tick.conformance.command;

import dev.tick.conformance.ClientVerifier;
import dev.tick.conformance.Verification;
import dev.tick.conformance.client.CommandProgram;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.progress.Terminal;
import dev.tick.conformance.settings.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tick judge}. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        versionProvider = TickVersion.class,
        sortOptions = false,
        description = {
            "Walks a client through scenarios against stubs of its own, and says whether the client conforms.",
            "Writes report.html, results.json, junit.xml, results.sarif and summary.txt."
        },
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "The client is told where the service is, who it is and what to do by",
            "TICK_BASE_URL, TICK_TOKEN_ENDPOINT, TICK_TENANT, TICK_CLIENT_ID,",
            "TICK_CLIENT_SECRET, TICK_RESOURCE, TICK_SCENARIO, TICK_DEADLINE_SECONDS,",
            "TICK_WORK (a file) and TICK_REPORT (a file that it may write); see",
            "docs/clients.md.",
            "",
            "Exit codes:",
            "  0   conformant, also as far as tested or with listed deviations",
            "  1   not conformant, or --fail-on or --strict says so",
            "  2   wrong usage or setting, or the client cannot be started",
            "  3   inconclusive: it did not do its work, or a part of the scenarios was played",
            "",
            "Examples:",
            "  tick judge --target-command 'sh client.sh'",
            "  tick judge --target-command 'node client.mjs' --scenarios tour,submit-429"
        })
final class JudgeCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;
    private final Terminal terminal;

    @Mixin
    private final ClientOptions own = new ClientOptions();

    @Mixin
    private final RunOptions options = new RunOptions();

    JudgeCommand(Map<String, String> environment, Clock clock, PrintStream out, Terminal terminal) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return options.isJson()
                ? forPrograms()
                : VerifyCommand.code(judged(settings(), out, terminal.style()).ending());
    }

    private Settings settings() {
        return Settings.of(own.properties(options), environment);
    }

    private Verification judged(Settings settings, PrintStream console, ConsoleStyle style) {
        ClientVerifier verifier = new ClientVerifier(settings, own.options(), clock);
        CommandProgram client = new CommandProgram("target.command", own.command(), Path.of(""));
        client.requireProgram();
        return verifier.run(client, console, style);
    }

    private int forPrograms() {
        return ProgramConsole.tell(out, () -> {
            Settings settings = settings();
            Verification done = judged(settings, ProgramConsole.silent(), ConsoleStyle.PLAIN);
            int code = VerifyCommand.code(done.ending());
            return new ProgramConsole.End(RunJson.of(done, settings, code), code);
        });
    }
}
