package dev.tick.conformance.command;

import dev.tick.conformance.ClientVerifier;
import dev.tick.conformance.Verification;
import dev.tick.conformance.client.ClientProgram;
import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.progress.Terminal;
import dev.tick.conformance.settings.Settings;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tick judge}. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        versionProvider = TickVersion.class,
        sortOptions = false,
        description = {
            "Judges a client by what it sends, and says whether it conforms: in scenarios",
            "(--target-command), in a recording (--har), as it calls a stub (--observe), or",
            "as it calls a real service (--proxy), whose answers are held to the contract.",
            "Writes report.html, results.json, junit.xml, results.sarif and summary.txt."
        },
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "A client in scenarios is told where the service is, who it is and what to do by",
            "TICK_BASE_URL, TICK_TOKEN_ENDPOINT, TICK_TENANT, TICK_CLIENT_ID,",
            "TICK_CLIENT_SECRET, TICK_RESOURCE, TICK_SCENARIO, TICK_DEADLINE_SECONDS,",
            "TICK_WORK (a file) and TICK_REPORT (a file that it may write); with --long-lived,",
            "by a line of JSON on its standard input, which it answers by another on its",
            "standard output. See docs/clients.md.",
            "",
            "Exit codes:",
            "  0   conformant, also as far as tested or with listed deviations",
            "  1   not conformant, or --fail-on or --strict says so",
            "  2   wrong usage or setting, no client to start, or no recording to read",
            "  3   inconclusive: it did not do its work, a part of the scenarios was played,",
            "      no call came, or calls were forgotten before they were judged",
            "130   --observe or --proxy ended by Ctrl-C; results.json has the verdict",
            "The verdict is the client's: answers of a service that differ are told beside it.",
            "",
            "Examples:",
            "  tick judge --target-command 'sh client.sh'",
            "  tick judge --target-command 'node client.mjs' --scenarios tour,submit-429",
            "  tick judge --target-command 'node pool.mjs' --long-lived --parallel 4",
            "  tick judge --har recording.har",
            "  tick judge --observe --port 9000 --for 600",
            "  tick judge --proxy https://service.example --safe"
        })
final class JudgeCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;
    private final Terminal terminal;

    @Mixin
    private final ClientOptions own = new ClientOptions();

    @Mixin
    private final TrafficOptions traffic = new TrafficOptions();

    @Mixin
    private final RunOptions options = new RunOptions();

    JudgeCommand(Map<String, String> environment, Clock clock, PrintStream out, Terminal terminal) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
        this.terminal = terminal;
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return options.isJson()
                ? forPrograms()
                : VerifyCommand.code(judged(settings(), out, terminal.style()).ending());
    }

    private Settings settings() {
        // An option that means nothing here is told before its value.
        source();
        Map<String, String> properties = new TreeMap<>(own.properties(options));
        properties.putAll(traffic.properties());
        return Settings.of(properties, environment);
    }

    private TrafficOptions.Source source() {
        return traffic.source(spec.commandLine().getParseResult());
    }

    private Verification judged(Settings settings, PrintStream console, ConsoleStyle style) {
        ClientVerifier verifier = new ClientVerifier(settings, own.options(), clock);
        return switch (source()) {
            case SCENARIOS -> inScenarios(verifier, console, style);
            case RECORDING -> verifier.judge(traffic.recording(), console, style);
            case STUB -> verifier.observe(traffic.port(), traffic.length(), watched("--observe", "its stub"), style);
            case SERVICE ->
                verifier.proxy(traffic.terms(settings, environment), traffic.length(), watched("--proxy", "it"), style);
        };
    }

    private Verification inScenarios(ClientVerifier verifier, PrintStream console, ConsoleStyle style) {
        try (ClientProgram client = own.program(environment.getOrDefault(ClientTask.PATH, ""))) {
            return verifier.run(client, console, style);
        }
    }

    /** Without the lines for people, nobody would know how to reach what is watched. */
    private PrintStream watched(String source, String what) {
        if (options.isJson()) {
            throw new InvalidSettingException(
                    "tick.directory: json means nothing with " + source + ", which tells people how to reach " + what
                            + "; leave it out, and read results.json in the folder");
        }
        return out;
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
