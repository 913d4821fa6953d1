package dev.tick.stub.command;

import dev.tick.spec.register.Edition;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.mood.MoodGrammar;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists what a stub can be in the mood for. */
@Command(
        name = "moods",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Lists the moods: scenarios, the manners that a mood is made of, and the faults with what each breaks.")
final class MoodsCommand implements Runnable {
    private final PrintWriter out;

    MoodsCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void run() {
        FaultCatalogue faults = new FaultCatalogue(Edition.all());
        MoodGrammar moods = new MoodGrammar(faults, List.of());
        out.println("Scenarios, each a mood by itself:");
        moods.scenarios()
                .forEach(one -> out.println("  " + one.name() + "  " + one.description() + " (" + one.steps() + ")"));
        out.println();
        out.println("A mood is steps between commas: <manner> [x<times>] [on <operationId>|on token]");
        MoodGrammar.MANNERS.forEach(manner -> out.println("  " + manner));
        out.println();
        out.println("Faults, for the manner 'fault <name>', with the requirement that each breaks:");
        faults.faults()
                .forEach(one -> out.println(
                        "  " + one.name() + "  " + one.requirement() + "  " + one.operation() + ": " + one.manner()));
        out.flush();
    }
}
