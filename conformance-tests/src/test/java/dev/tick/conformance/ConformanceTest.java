package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.target.Settings;
import dev.tick.conformance.verdict.Verdict;
import independent.Breakage;
import independent.SubmitServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From settings to the ending of a build, as Maven calls it. */
class ConformanceTest {
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void warningsFailTheBuildWhereTheyAreAskedTo(@TempDir Path directory) throws IOException {
        try (SubmitServer server = SubmitServer.start(Breakage.SHORT_HASH_ACCEPTED, "/api-behind")) {
            Conformance.Ending must = run(server, directory, "must");
            assertEquals(new Conformance.Ending(Verdict.CONFORMANT, false), must);
            Conformance.Ending should = run(server, directory, "should");
            assertEquals(new Conformance.Ending(Verdict.CONFORMANT, true), should);
            String printed = console.toString(StandardCharsets.UTF_8);
            assertTrue(printed.contains("  WARN VAL-001 A SHA-1 has 40 hexadecimal digits;"), printed);
            for (String file : new String[] {"results.json", "summary.txt"}) {
                String written = Files.readString(directory.resolve(file));
                server.tokens().values().forEach(token -> assertFalse(written.contains(token), file));
            }
        }
    }

    @Test
    void aBrokenMustFailsTheBuild(@TempDir Path directory) {
        try (SubmitServer server = SubmitServer.start(Breakage.ROLE_IGNORED, "")) {
            assertEquals(new Conformance.Ending(Verdict.NOT_CONFORMANT, true), run(server, directory, "must"));
        }
    }

    private Conformance.Ending run(SubmitServer server, Path directory, String failOn) {
        Settings settings = Settings.of(
                Map.of("target", server.baseUrl(), "fail.on", failOn, "tick.directory", directory.toString()),
                server.tokens());
        return Conformance.ofTiIndicators(Clock.systemUTC())
                .run(settings, new PrintStream(console, true, StandardCharsets.UTF_8));
    }
}
