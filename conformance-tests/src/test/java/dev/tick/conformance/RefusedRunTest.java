package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.StatusServer.Answer;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.verdict.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A target that does not let the run begin is named as what it is, in its own words where it has some, with a remedy. */
class RefusedRunTest {
    private static final String PATH = "/api/indicators";

    @TempDir
    private Path directory;

    @Test
    void quotesTheTargetsOwnWordsOnARefusedToken() throws IOException {
        String body = "{\"error\": {\"message\": \"The role is missing, ask\\u0020Ada for secret-token\"}}";
        for (int status : new int[] {401, 403}) {
            assertStopped(
                    new Answer(status, Map.of("WWW-Authenticate", "Bearer error=\"insufficient_scope\""), body),
                    ": answered " + status
                            + ", so the target does not accept TICK_TOKEN; it says: Bearer error=\"insufficient_scope\" "
                            + body.replace("secret-token", "[TICK_TOKEN]") + "; is it expired, or without the role?");
        }
    }

    @Test
    void saysThatATargetDoesNotSayWhy() throws IOException {
        assertStopped(
                Answer.of(401), ", so the target does not accept TICK_TOKEN and does not say why; is it expired,");
    }

    @Test
    void cutsLongWordsOfATarget() throws IOException {
        String stopped = stopped(new Answer(403, Map.of(), "x".repeat(5000)));
        assertTrue(stopped.contains("it says: " + "x".repeat(400) + "…; is it expired"), stopped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "407 | ''                        | , so a proxy stands before the target and wants credentials of its own",
                "426 | ''                        | , so the target does not take HTTP/1.1, and the kit speaks nothing else",
                "505 | ''                        | , so the target does not take HTTP/1.1, and the kit speaks nothing else",
                "200 | '<!DOCTYPE html><p>Hello' | with an HTML page and not with the API's error, so a proxy",
                "400 | '<HTML>Bad'               | with an HTML page and not with the API's error, so a proxy"
            })
    void namesWhatStandsBeforeTheTarget(int status, String body, String meaning) throws IOException {
        assertStopped(new Answer(status, Map.of(), body), meaning);
    }

    private void assertStopped(Answer answer, String meaning) throws IOException {
        String stopped = stopped(answer);
        assertTrue(stopped.contains(meaning), stopped);
    }

    private String stopped(Answer answer) throws IOException {
        try (StatusServer server = StatusServer.start(Map.of(PATH, answer))) {
            Settings settings = Settings.of(
                    Map.of(
                            "target",
                            server.baseUrl(),
                            "contract",
                            "indicators",
                            "tick.directory",
                            directory.toString()),
                    Map.of("TICK_TOKEN", "secret-token"));
            PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
            assertEquals(
                    Verdict.INCONCLUSIVE,
                    Conformance.of("indicators", Clock.systemUTC())
                            .run(settings, nobody)
                            .verdict());
            return Files.readAllLines(directory.resolve("summary.txt")).get(1);
        }
    }
}
