package dev.tick.conformance.command;

import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tick contract check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = TickVersion.class,
        sortOptions = false,
        description = {
            "Tells every problem of a contract at once, and what to do about it. Sends nothing.",
            "A note names a property, a listed value or a status of which no row speaks; it is no problem."
        },
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0 no problem, 1 problems, 2 wrong usage."})
final class ContractCheckCommand implements Callable<Integer> {
    private final Clock clock;
    private final PrintStream out;

    @Parameters(
            paramLabel = "FOLDER",
            description =
                    "Folder that holds openapi.yaml and requirements.yaml, or the name of a contract that comes with the kit.")
    private String folder = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ContractCheckCommand(Clock clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() {
        try {
            return ContractReport.write(folder, clock, out);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
