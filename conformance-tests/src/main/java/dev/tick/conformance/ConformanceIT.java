package dev.tick.conformance;

import dev.tick.conformance.console.Progress;
import dev.tick.conformance.console.Teller;
import dev.tick.conformance.console.Terminal;
import dev.tick.conformance.target.Aim;
import dev.tick.conformance.target.Settings;
import dev.tick.conformance.target.SettingsException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The entry point that Maven calls: reads the properties and the environment, and asserts the verdict. */
public final class ConformanceIT {
    @Test
    void theTargetHonoursTheContract() {
        Map<String, String> properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Terminal terminal = Terminal.find(System.getenv());
        try {
            Settings settings = Settings.of(properties, System.getenv());
            Conformance conformance = Conformance.of(settings.contract(), Clock.systemUTC());
            if (settings.aim() == Aim.NONE) {
                conformance.describe(settings, out);
                out.println("No target, so nothing was sent. What is checked: "
                        + settings.directory().resolve("coverage.html"));
                return;
            }
            try (Progress progress = Teller.at(terminal, settings.telling(), Clock.systemUTC(), out)) {
                Conformance.Ending ending = conformance.run(settings, out, terminal.style(), progress);
                if (ending.failsBuild()) {
                    throw new Failure(ending.message());
                }
            }
        } catch (SettingsException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    /** An assertion whose stack would say nothing that its message does not. */
    private static final class Failure extends AssertionError {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
            setStackTrace(new StackTraceElement[0]);
        }
    }
}
