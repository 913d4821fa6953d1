package dev.tick.conformance;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.progress.ProgressDisplay;
import dev.tick.conformance.progress.Terminal;
import dev.tick.conformance.rehearsal.RehearsalText;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.settings.Task;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/** The entry point that Maven calls: reads the properties and the environment, runs, and shows the results as tests. */
public final class ConformanceIT {
    /**
     * Returns a container for each requirement, and the verdict of each contract; surefire writes the display name between those
     * of a requirement and of a case.
     */
    @TestFactory
    @DisplayName("/")
    Stream<DynamicNode> requirements(TestReporter reporter) {
        Map<String, String> properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            if (ClientBuild.isAskedFor(properties)) {
                return new JunitView(new ClientBuild(properties, System.getenv()).perform(out), reporter).nodes("");
            }
            return run(ContractChoice.of(properties, System.getenv(), Clock.systemUTC()), out, reporter);
        } catch (InvalidSettingException e) {
            out.println(e.getMessage());
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    private static Stream<DynamicNode> run(ContractChoice choice, PrintStream out, TestReporter reporter) {
        if (choice.runs().get(0).settings().task() == Task.COVERAGE) {
            choice.describe(Clock.systemUTC(), out);
            return Stream.empty();
        }
        Terminal terminal = Terminal.none();
        if (choice.runs().get(0).settings().task() == Task.PLAN) {
            choice.notes().forEach(out::println);
            choice.rehearse(Clock.systemUTC(), run -> progress(run.settings(), terminal, out))
                    .forEach(plan -> RehearsalText.write(plan, out));
            return Stream.empty();
        }
        Verifications all = Verifications.perform(
                choice, Clock.systemUTC(), out, terminal.style(), run -> progress(run.settings(), terminal, out));
        return all.done().stream()
                .flatMap(
                        done -> new JunitView(done, reporter).nodes(choice.isOfMany() ? " of " + done.contract() : ""));
    }

    private static Progress progress(Settings settings, Terminal terminal, PrintStream out) {
        return ProgressDisplay.at(terminal, settings.progressMode(), Clock.systemUTC(), out);
    }
}
