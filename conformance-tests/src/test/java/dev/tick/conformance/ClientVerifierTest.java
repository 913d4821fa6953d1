package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.client.ClientEnd;
import dev.tick.conformance.client.ClientProgram;
import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.client.JudgeOptions;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judgement of a client, from its settings to its files. */
class ClientVerifierTest {
    /** Most of the time is waiting, as the scenarios ask for it; so all wait together. */
    private static final JudgeOptions ALL = new JudgeOptions(Duration.ofSeconds(30), 16, Optional.empty());

    @TempDir
    Path folder;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    private Verification run(ClientProgram client, JudgeOptions options, String... more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "contract",
                "indicators",
                "tick.directory",
                folder.resolve("out").toString()));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return new ClientVerifier(Settings.of(properties, Map.of()), options, Clock.systemUTC())
                .run(client, new PrintStream(console, true, StandardCharsets.UTF_8), ConsoleStyle.PLAIN);
    }

    private static PracticeClient untitled() {
        PracticeClient client = new PracticeClient();
        client.submit = body -> {
            body.remove("title");
            return body;
        };
        return client;
    }

    private Path deviations(String id) throws IOException {
        return Files.writeString(folder.resolve("deviations.yaml"), """
                - id: %s
                  reason: The title comes with the next release.
                  link: https://tracker.example/1
                  owner: connector team
                  opened: "2026-01-01"
                  expires: "2999-01-01"
                """.formatted(id));
    }

    @Test
    void writesItsResults() throws IOException {
        Verification done = run(untitled(), ALL.only("tour"));
        assertEquals(Verdict.NOT_CONFORMANT, done.ending().verdict());
        assertTrue(done.ending().failsBuild());
        String said = console.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("FAIL ICL-004 "), said);
        assertFalse(said.contains("(none)"), said);
        String summary = Files.readString(folder.resolve("out/summary.txt"));
        assertTrue(summary.startsWith("Verdict: NOT CONFORMANT (client practice, indicators)\n"), summary);
        assertTrue(summary.contains("FAIL ICL-004 A client sends the title."), summary);
        assertTrue(Files.readString(folder.resolve("out/report.html")).contains("<dt>Client</dt><dd>practice"));
        assertTrue(Files.readString(folder.resolve("out/results.json")).contains("\"ICL-004/traffic\""));
    }

    @Test
    void aKnownDeviationIsWaived() throws IOException {
        Verification done =
                run(untitled(), ALL, "deviations", deviations("ICL-004").toString());
        assertEquals(Verdict.WITH_DEVIATIONS, done.ending().verdict(), () -> console.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aDeviationOfAServerIsNoneOfAClient() throws IOException {
        String file = deviations("ISU-001").toString();
        String message = String.valueOf(
                assertThrows(InvalidSettingException.class, () -> run(untitled(), ALL.only("tour"), "deviations", file))
                        .getMessage());
        assertTrue(message.contains("'ISU-001' binds servers, not a client; remove this entry"), message);
    }

    @Test
    void aFailureOfTheBaselineIsNoNewOne() throws IOException {
        run(untitled(), ALL);
        Path before = Files.move(folder.resolve("out/results.json"), folder.resolve("before.json"));
        Verification done = run(untitled(), ALL, "baseline", before.toString(), "fail.on", "new");
        assertEquals(Verdict.NOT_CONFORMANT, done.ending().verdict());
        assertFalse(done.ending().failsBuild(), () -> console.toString(StandardCharsets.UTF_8));
    }

    @Test
    void noSecretIsInAnyFileOrOnTheConsole() throws IOException {
        Set<String> secrets = ConcurrentHashMap.newKeySet();
        ClientProgram talkative = new ClientProgram() {
            @Override
            public String name() {
                return "talkative";
            }

            @Override
            public ClientEnd run(ClientTask task) {
                String secret = String.valueOf(task.environment().get(ClientTask.CLIENT_SECRET));
                secrets.add(secret);
                return new ClientEnd(Optional.of(1), "logging in with " + secret);
            }
        };
        run(talkative, ALL);
        String told = console.toString(StandardCharsets.UTF_8);
        assertTrue(told.contains("it printed: logging in with [hidden]"), told);
        assertTrue(secrets.size() > 20, secrets::toString);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                told += Files.readString(file);
            }
        }
        String all = told;
        assertEquals(List.of(), secrets.stream().filter(all::contains).toList());
    }

    @Test
    void aScenarioThatDoesNotExistIsAWrongSetting() {
        String message = String.valueOf(
                assertThrows(InvalidSettingException.class, () -> run(untitled(), ALL.only("submit-492")))
                        .getMessage());
        assertTrue(
                message.startsWith("scenarios: 'submit-492' is no scenario of contracts/indicators/scenarios.yaml"
                        + " (did you mean 'submit-429'?)"),
                message);
    }
}
