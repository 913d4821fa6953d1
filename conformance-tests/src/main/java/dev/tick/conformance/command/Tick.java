package dev.tick.conformance.command;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.progress.Terminal;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.text.UnknownWord;
import dev.tick.spec.text.VisibleText;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line {@code tick}; streams, clock and environment are its parameters. */
final class Tick {
    /** Exit code of wrong usage, or of a setting that cannot be used. */
    static final int USAGE = 2;

    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;

    /**
     * Creates the command line.
     *
     * @param clock the time of a run
     * @param out receives the summary and the progress
     * @param err receives what is wrong with the usage or a setting
     * @param environment holds the tokens and {@code NO_COLOR}
     * @param isTerminal whether {@code out} is a terminal
     */
    Tick(Map<String, String> environment, Clock clock, PrintStream out, PrintStream err, boolean isTerminal) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
        this.err = err;
        terminal = isTerminal ? Terminal.of(out, environment) : Terminal.none();
    }

    /** Runs a command; returns its exit code. */
    int run(String... arguments) {
        try {
            return line().execute(arguments);
        } catch (OutOfMemoryError e) {
            // The JVM's own code for it is 1, which says that the target is not conformant.
            err.println("the kit's heap is full; give it more, such as java -Xmx2g (" + e + ")");
            return VerifyCommand.INCONCLUSIVE;
        } catch (StackOverflowError e) {
            err.println("the memory of this process was not enough (" + e
                    + "); is a file nested too deeply? If not, start it with a larger -Xss");
            return VerifyCommand.INCONCLUSIVE;
        }
    }

    private CommandLine line() {
        return new CommandLine(new Root())
                .addSubcommand(new VerifyCommand(environment, clock, out, terminal))
                .addSubcommand(new JudgeCommand(environment, clock, out, terminal))
                .addSubcommand(new PlanCommand(environment, clock, out, terminal))
                .addSubcommand(TargetsCommand.line(environment, out))
                .addSubcommand(new CleanCommand(environment, clock, out))
                .addSubcommand(new CoverageCommand(environment, clock, out))
                .addSubcommand(ContractCommand.line(clock, out))
                .setOut(utf8(out))
                .setErr(utf8(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((wrong, given) -> usage(wrong, List.of(given)))
                .setExecutionExceptionHandler((error, command, parsed) -> failed(error));
    }

    private int usage(ParameterException wrong, List<String> given) {
        CommandLine command = wrong.getCommandLine();
        String told = String.valueOf(wrong.getMessage());
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> known =
                    new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
            known.addAll(command.getSubcommands().keySet());
            told = UnknownWord.told(unmatched.getUnmatched().get(0), told, known);
        }
        err.println(told);
        if (RunOptions.asksForJson(given)) {
            out.println(RunJson.refused(told, USAGE));
        }
        err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }

    /** Reports an unexpected error, which proves nothing about a target. */
    private int failed(Exception error) {
        if (error instanceof InvalidSettingException wrong) {
            show(RunOptions.named(String.valueOf(wrong.getMessage())));
            return USAGE;
        }
        show(Optional.ofNullable(error.getMessage()).orElseGet(error::toString));
        return error instanceof InvalidDocumentException ? USAGE : VerifyCommand.INCONCLUSIVE;
    }

    /** A text may quote what stands in a file, or what a server said. */
    private void show(String text) {
        text.lines().map(VisibleText::line).forEach(err::println);
    }

    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    @Command(
            name = "tick",
            versionProvider = TickVersion.class,
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "Tests a server or a client against the contract of the TI Indicator API.",
            commandListHeading = "%nCommands:%n",
            optionListHeading = "%nOptions:%n",
            footer = {
                "",
                "Examples:",
                "  tick verify                                  the kit's own stub",
                "  tick verify --target http://127.0.0.1:8080   your server; TICK_TOKEN holds a token",
                "  tick plan --target mine                      what a run on targets/mine.yaml would send",
                "  tick judge --target-command 'sh client.sh'   your client; docs/clients.md",
                "  tick verify --help                           every option"
            })
    private static final class Root {}
}
