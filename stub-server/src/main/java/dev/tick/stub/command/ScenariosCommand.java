package dev.tick.stub.command;

import dev.tick.stub.StubConfig;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.scenario.ScenarioReader;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the scenarios that a stub can play. */
@Command(
        name = "scenarios",
        mixinStandardHelpOptions = true,
        versionProvider = StubVersion.class,
        description =
                "Lists the named scenarios, the actions that a scenario is made of, and the faults with what each breaks.")
final class ScenariosCommand implements Runnable {
    private final PrintWriter out;

    ScenariosCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void run() {
        FaultCatalogue faults = new FaultCatalogue(StubConfig.editions());
        ScenarioReader grammar = new ScenarioReader(faults, List.of());
        out.println("Scenarios with a name:");
        grammar.scenarios()
                .forEach(one -> out.println("  " + one.name() + "  " + one.description() + " (" + one.steps() + ")"));
        out.println();
        out.println("A scenario is steps between commas: <action> [x<times>] [on <operationId>|on token]");
        ScenarioReader.ACTIONS.forEach(action -> out.println("  " + action));
        out.println();
        out.println("Faults, for the action 'fault <name>', with the requirement that each breaks:");
        faults.faults()
                .forEach(one -> out.println("  " + one.name() + "  " + one.requirement() + "  " + one.operation() + ": "
                        + one.description()));
        out.flush();
    }
}
