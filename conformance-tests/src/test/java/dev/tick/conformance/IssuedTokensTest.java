package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.credential.UnissuedTokenException;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.settings.Settings;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on a target's file gets its tokens by the credentials that the file names. */
class IssuedTokensTest {
    private static final Specification EDITION = Specification.load("tiindicators");
    private static final String ROW = EDITION.register().checked().get(0).id();

    private final StubServer stub = StubServer.start(
            StubConfig.builder(EDITION.contract(), EDITION.register()).build());

    private URI authority = stub.baseUrl();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void asksTheAuthorityOnceForEachCredential() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(
                Map.of(
                        "MY_SECRET",
                        secret(),
                        "OTHER_SECRET",
                        stub.otherApplication().secret()),
                out);
        assertEquals(2, stub.tokenCalls().size());
        String results = Files.readString(folder.resolve("out/results.json"));
        assertTrue(results.contains("\"result\" : \"PASS\""), results);
        assertFalse(results.contains(secret())
                || out.toString(StandardCharsets.UTF_8).contains(secret()));
    }

    @Test
    void sendsNothingWhereTheAuthorityRefuses() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InvalidSettingException refused = assertThrows(
                InvalidSettingException.class,
                () -> run(Map.of("MY_SECRET", "no-secret-of-mine", "OTHER_SECRET", "x1y2z3"), out));
        String told = String.valueOf(refused.getMessage());
        assertTrue(told.contains("no token of the application under test: "), told);
        assertTrue(told.contains("invalid_client"), told);
        assertFalse(told.contains("no-secret-of-mine"), told);
        assertEquals(0, stub.journal().size());
    }

    /** That it is down is no mistake of the user's, and may be over when the run is repeated. */
    @Test
    void tellsAnAuthorityThatIsDownFromOneThatRefuses() throws IOException {
        authority = URI.create("http://127.0.0.1:1");
        UnissuedTokenException down = assertThrows(
                UnissuedTokenException.class,
                () -> run(Map.of("MY_SECRET", secret(), "OTHER_SECRET", "x1y2z3"), new ByteArrayOutputStream()));
        assertTrue(down.isOutage());
        String told = String.valueOf(down.getMessage());
        assertTrue(
                told.matches("target: .*mine\\.yaml: credentials/sound: no token of the application under test: "
                        + "http://127.0.0.1:1/.* gave no answer: .*"),
                told);
        String summary = Files.readString(folder.resolve("out/summary.txt"));
        assertTrue(summary.contains(told), summary);
        assertEquals(0, stub.journal().size());
    }

    private String secret() {
        return stub.application().secret();
    }

    private void run(Map<String, String> environment, ByteArrayOutputStream out) throws IOException {
        String tenant = stub.tokenEndpoint().getPath().split("/", -1)[1];
        Path file = Files.writeString(folder.resolve("mine.yaml"), """
                base-url: %s
                contract: tiindicators
                tenant: %s
                authority:
                  base: %s
                  version: v1
                audience: %s
                credentials:
                  sound:
                    client-id: %s
                    secret: MY_SECRET
                  other-application:
                    client-id: %s
                    secret: OTHER_SECRET
                """.formatted(
                        stub.baseUrl(),
                        tenant,
                        authority,
                        EDITION.contract().tokens().audiences().get(0),
                        stub.application().id(),
                        stub.otherApplication().id()));
        Settings settings = Settings.of(
                Map.of(
                        "target",
                        file.toString(),
                        "tick.directory",
                        folder.resolve("out").toString(),
                        "requirements",
                        ROW,
                        "explore",
                        "0"),
                environment);
        Verifier.of("tiindicators", Clock.systemUTC())
                .run(settings, new PrintStream(out, true, StandardCharsets.UTF_8));
    }
}
