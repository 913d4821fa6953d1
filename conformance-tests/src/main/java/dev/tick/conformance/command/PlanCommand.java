package dev.tick.conformance.command;

import dev.tick.conformance.ContractChoice;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.progress.ProgressDisplay;
import dev.tick.conformance.progress.Terminal;
import dev.tick.conformance.rehearsal.Rehearsal;
import dev.tick.conformance.rehearsal.RehearsalJson;
import dev.tick.conformance.rehearsal.RehearsalText;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tick plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        versionProvider = TickVersion.class,
        sortOptions = false,
        description = {
            "Shows every request that 'tick verify' with the same options would send, in its order: method, path, body, and",
            "the requirements that it serves; then their number, the budget, and the minutes that the pace makes of them.",
            "The target receives nothing, and no token is fetched: the run is played against the kit's own stub."
        },
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Values that are made up for a run, such as hashes, differ in each. With --output json all bodies are complete.",
            "",
            "Exit codes: 0 shown, 1 the run would not end within its budget, 2 wrong usage or setting."
        })
final class PlanCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;
    private final Terminal terminal;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final VerifyOptions own = new VerifyOptions();

    PlanCommand(Map<String, String> environment, Clock clock, PrintStream out, Terminal terminal) {
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
        Map<String, String> properties = own.properties("plan", options);
        properties.put("plan", "true");
        return ContractChoice.of(properties, environment, clock);
    }

    private int forPeople() {
        ContractChoice choice = choice();
        choice.notes().forEach(out::println);
        List<Rehearsal> all = choice.rehearse(
                clock, run -> ProgressDisplay.at(terminal, run.settings().progressMode(), clock, out));
        all.forEach(plan -> RehearsalText.write(plan, out));
        return code(all);
    }

    private int forPrograms() {
        try {
            ContractChoice choice = choice();
            List<Rehearsal> all = choice.rehearse(clock, run -> Progress.SILENT);
            out.println(RehearsalJson.of(choice.notes(), all, code(all)));
            return code(all);
        } catch (InvalidSettingException e) {
            out.println(RunJson.refused(RunOptions.named(String.valueOf(e.getMessage())), Tick.USAGE));
            throw e;
        }
    }

    private static int code(List<Rehearsal> all) {
        return all.stream().allMatch(Rehearsal::isWithinBudget) ? 0 : 1;
    }
}
