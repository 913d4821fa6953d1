package dev.tick.conformance;

import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.progress.ProgressDisplay;
import dev.tick.conformance.progress.Terminal;
import dev.tick.conformance.settings.InvalidSettingException;
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
     * Returns a container for each requirement, and the verdict; surefire writes the display name between those of a requirement
     * and of a case.
     */
    @TestFactory
    @DisplayName("/")
    Stream<DynamicNode> requirements(TestReporter reporter) {
        Map<String, String> properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            return run(Settings.of(properties, System.getenv()), out, reporter);
        } catch (InvalidSettingException e) {
            out.println(e.getMessage());
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    private static Stream<DynamicNode> run(Settings settings, PrintStream out, TestReporter reporter) {
        Verifier conformance = Verifier.of(settings.contract(), Clock.systemUTC());
        if (settings.task() == Task.COVERAGE) {
            conformance.describe(settings, out);
            return Stream.empty();
        }
        Terminal terminal = Terminal.none();
        try (Progress progress = ProgressDisplay.at(terminal, settings.progressMode(), Clock.systemUTC(), out)) {
            return new JunitView(conformance.run(settings, out, terminal.style(), progress), reporter).nodes();
        }
    }
}
