package dev.tick.stub.command;

import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.text.UnknownWord;
import dev.tick.stub.config.ConfigurationException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the stub server until it is interrupted. */
public final class StubMain {
    private StubMain() {}

    /** Exits with what {@link #run} says. */
    public static void main(String[] arguments) {
        PrintWriter out = utf8(System.out);
        StartArchive archive = StartArchive.told(System.getProperty(StartArchive.PROPERTY, ""));
        System.exit(run(arguments, System.getenv(), out, utf8(System.err), Lifecycle.untilSignal(out), archive));
    }

    /** Runs a command of a process that no launcher started. */
    static int run(
            String[] arguments,
            Map<String, String> environment,
            PrintWriter out,
            PrintWriter err,
            Lifecycle lifecycle) {
        return run(arguments, environment, out, err, lifecycle, StartArchive.told(""));
    }

    /** Runs a command; returns its exit code: 1 when it could not start, 2 for wrong usage or configuration. */
    static int run(
            String[] arguments,
            Map<String, String> environment,
            PrintWriter out,
            PrintWriter err,
            Lifecycle lifecycle,
            StartArchive archive) {
        try {
            return executed(arguments, environment, out, err, lifecycle, archive);
        } catch (StackOverflowError | OutOfMemoryError e) {
            err.println("the memory of this process was not enough (" + e
                    + "); is a file nested too deeply or too large?" + " If not, start it with a larger -Xss or -Xmx");
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static int executed(
            String[] arguments,
            Map<String, String> environment,
            PrintWriter out,
            PrintWriter err,
            Lifecycle lifecycle,
            StartArchive archive) {
        CommandLine line = StubCommand.line(environment, out, lifecycle);
        line.getCommandSpec().versionProvider(new StubVersion(archive));
        return line.addSubcommand(new ExplainCommand(out))
                .addSubcommand(new ScenariosCommand(out))
                .addSubcommand("moods", hidden(new ScenariosCommand(out)))
                .addSubcommand(new MappingsCommand())
                .addSubcommand(new WaitCommand(out, err))
                .addSubcommand("rehearse", hidden(new RehearsalCommand(out)))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((wrong, given) -> usage(wrong, err))
                .setExecutionExceptionHandler((error, command, parsed) -> {
                    err.println(error.getMessage());
                    return error instanceof InvalidDocumentException || error instanceof ConfigurationException
                            ? CommandLine.ExitCode.USAGE
                            : CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }

    /** Returns a command that no help lists: a former name, or one for the launcher. */
    private static CommandLine hidden(Object command) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().usageMessage().hidden(true);
        return line;
    }

    private static int usage(ParameterException wrong, PrintWriter err) {
        CommandLine command = wrong.getCommandLine();
        String told = String.valueOf(wrong.getMessage());
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> known =
                    new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
            known.addAll(command.getSubcommands().keySet());
            told = UnknownWord.told(unmatched.getUnmatched().get(0), told, known);
        }
        err.println(told);
        err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
