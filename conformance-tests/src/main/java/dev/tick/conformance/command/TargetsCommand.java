package dev.tick.conformance.command;

import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tick targets}, the commands for the files that name targets. */
@Command(
        name = "targets",
        mixinStandardHelpOptions = true,
        versionProvider = TickVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Lists, shows and checks the files that name targets: targets/NAME.yaml, and the kit's templates.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n")
final class TargetsCommand {
    private TargetsCommand() {}

    /** Returns the command with those below it. */
    static CommandLine line(Map<String, String> environment, PrintStream out) {
        return new CommandLine(new TargetsCommand())
                .addSubcommand(new TargetsListCommand(out))
                .addSubcommand(new TargetsShowCommand(out))
                .addSubcommand(new TargetsCheckCommand(environment, out));
    }
}
