package dev.tick.conformance.command;

import java.io.PrintStream;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tick contract}, the commands for whoever maintains a contract. */
@Command(
        name = "contract",
        mixinStandardHelpOptions = true,
        versionProvider = TickVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Helps to maintain a contract: openapi.yaml and requirements.yaml in a folder.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n")
final class ContractCommand {
    private ContractCommand() {}

    /** Returns the command with those below it. */
    static CommandLine line(Clock clock, PrintStream out) {
        return new CommandLine(new ContractCommand())
                .addSubcommand(new ContractCheckCommand(clock, out))
                .addSubcommand(new NewRowCommand(clock, out));
    }
}
