package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.reference.first.SubmitFault;
import dev.tick.reference.first.SubmitServer;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Register;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From settings to the ending of a build, as Maven calls it. */
@Execution(ExecutionMode.CONCURRENT)
class ConformanceTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final Register REGISTER = Register.load("tiindicators", CONTRACT);

    /** What these tests are about, and a few rows beside it: most of a run's time goes into the others. */
    private static final Register SOME = only("(CLI|SUB-00|TOK-01|VAL-00|LST-00).*");

    private static final Conformance.Ending WAIVED = new Conformance.Ending(Verdict.WITH_DEVIATIONS, false);
    private static final Conformance.Ending BROKEN = new Conformance.Ending(Verdict.NOT_CONFORMANT, true);
    private static final Conformance.Ending IN_DOUBT = new Conformance.Ending(Verdict.INCONCLUSIVE, true);

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void warningsFailTheBuildWhereTheyAreAskedTo() throws IOException {
        try (SubmitServer server = SubmitServer.start(SubmitFault.SHORT_HASH_ACCEPTED, "/api-behind")) {
            assertEquals(new Conformance.Ending(Verdict.CONFORMANT, false), run(server, Map.of()));
            assertEquals(new Conformance.Ending(Verdict.CONFORMANT, true), run(server, Map.of("fail.on", "should")));
            assertPrinted("  WARN VAL-002 submitIndicator answers 201 and does not refuse: indicator one digit short");
            assertPrinted("       row:      A SHA-1 has 40 hexadecimal digits;");
            for (String file : List.of("results.json", "summary.txt")) {
                String written = Files.readString(directory.resolve(file));
                server.tokens().values().forEach(token -> assertFalse(written.contains(token), file));
            }
        }
    }

    @Test
    void aBrokenMustFailsTheBuild() {
        try (SubmitServer server = SubmitServer.start(SubmitFault.ROLE_IGNORED, "")) {
            assertEquals(BROKEN, run(server, Map.of()));
        }
    }

    @Test
    void aListedFailureIsWaivedAndShown() throws IOException {
        try (SubmitServer server = SubmitServer.start(SubmitFault.ROLE_IGNORED, "")) {
            Map<String, String> listed = listed(entry("TOK-011", "2999-12-31"));
            assertEquals(WAIVED, run(server, listed));
            assertPrinted(
                    "  FAIL (waived) TOK-011 ",
                    " | waived: The gateway looks at roles. (until 2999-12-31, gateway team, GW-17)");
            JsonNode results = results();
            assertEquals("CONFORMANT WITH DEVIATIONS", results.path("verdict").asString());
            assertEquals(1, results.at("/counts/must/FAIL").asInt());
            assertEquals(1, results.at("/waived/FAIL").asInt());
        }
    }

    @Test
    void aListedWarningIsWaivedWhereWarningsFailTheBuild() throws IOException {
        try (SubmitServer server = SubmitServer.start(SubmitFault.SHORT_HASH_ACCEPTED, "")) {
            String warned = entry("VAL-001", "2999-12-31") + entry("VAL-002", "2999-12-31");
            Map<String, String> settings = new HashMap<>(listed(warned));
            settings.put("fail.on", "should");
            assertEquals(new Conformance.Ending(Verdict.CONFORMANT, true), run(server, Map.of("fail.on", "should")));
            String hashes = entry("VAL-003", "2999-12-31") + entry("VAL-004", "2999-12-31");
            settings.putAll(listed(warned + hashes));
            assertEquals(new Conformance.Ending(Verdict.CONFORMANT, false), run(server, settings));
        }
    }

    /** Of a requirement whose cases all fail, one is listed. */
    @Test
    void aCaseThatIsNotListedStillFails() throws IOException {
        try (SubmitServer server = SubmitServer.start(SubmitFault.TITLE_NOT_ECHOED, "")) {
            String oneCase = entry("SUB-007", "2999-12-31").replace("  reason", "  case: fileSha1\n  reason");
            assertEquals(BROKEN, run(server, listed(oneCase)));
            JsonNode row = results()
                    .path("requirements")
                    .valueStream()
                    .filter(one -> one.path("id").asString().equals("SUB-007"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(row.path("waived").isMissingNode(), row.toString());
            assertEquals("FAIL", row.at("/cases/0/result").asString());
            assertEquals(
                    "The gateway looks at roles.", row.at("/cases/0/waived").asString());
            assertEquals("FAIL", row.at("/cases/1/result").asString());
            assertTrue(row.at("/cases/1/waived").isMissingNode(), row.toString());
            assertEquals(WAIVED, run(server, listed(entry("SUB-007", "2999-12-31"))));
        }
    }

    @Test
    void aDeviationThatPassesFailsTheBuild() throws IOException {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "")) {
            assertEquals(IN_DOUBT, run(server, listed(entry("TOK-011", "2999-12-31"))));
            assertPrinted("known.yaml:1: TOK-011 is listed as a deviation, but nothing of it fails any more;"
                    + " remove this entry");
        }
    }

    @Test
    void anExpiredDeviationWaivesNothing() throws IOException {
        Map<String, String> listed = listed(entry("TOK-011", "2026-01-01"));
        String message = "known.yaml:1: TOK-011 is listed as a deviation until 2026-01-01, which has passed,"
                + " so it waives nothing; renew 'expires' or remove this entry";
        try (SubmitServer server = SubmitServer.start(SubmitFault.ROLE_IGNORED, "")) {
            assertEquals(BROKEN, run(server, listed));
            assertPrinted(message);
        }
        console.reset();
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "")) {
            assertEquals(IN_DOUBT, run(server, listed));
            assertPrinted(message);
        }
    }

    @Test
    void aDeviationThatCannotBeTestedDoesNotFailTheBuild() throws IOException {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "")) {
            Map<String, String> onlyOne = Map.of("TICK_TOKEN", server.tokens().get("TICK_TOKEN"));
            String untested = entry("TOK-011", "2999-12-31") + entry("LST-001", "2999-12-31");
            assertEquals(
                    new Conformance.Ending(Verdict.AS_FAR_AS_TESTED, false), run(server, listed(untested), onlyOne));
            assertEquals("UNTESTED", results().at("/deviations/0/standing").asString());
            assertEquals("UNTESTED", results().at("/deviations/1/standing").asString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: TOK-011 | id: TOK-0l1 | 1: id: 'TOK-0l1' is no requirement of contracts/tiindicators/requirements.yaml (did you mean 'TOK-011'?); correct the id, or remove this entry",
                "'  reason:' | '  case: fileSha\n  reason:' | 2: case: 'fileSha' is no case of TOK-011; there are TOK-011/token-without-role"
            })
    void anUnknownDeviationStopsBeforeTheRun(String sound, String unsound, String problem) throws IOException {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "")) {
            Map<String, String> listed = listed(entry("TOK-011", "2999-12-31").replace(sound, unsound));
            String message = String.valueOf(assertThrows(InvalidSettingException.class, () -> run(server, listed))
                    .getMessage());
            assertTrue(message.startsWith("deviations: "), message);
            assertTrue(message.contains("known.yaml:" + problem), message);
            assertFalse(Files.exists(directory.resolve("results.json")), message);
        }
    }

    @Test
    void theFileOfATargetIsFoundByItsName() throws IOException {
        Files.createDirectories(directory.resolve("deviations"));
        Files.writeString(directory.resolve("deviations/127.0.0.1.yaml"), entry("TOK-011", "2999-12-31"));
        try (SubmitServer server = SubmitServer.start(SubmitFault.ROLE_IGNORED, "")) {
            assertEquals(WAIVED, run(server, Map.of("tick.top", directory.toString())));
            assertEquals(
                    "deviations/127.0.0.1.yaml",
                    results().at("/deviations/0/file").asString());
        }
    }

    @Test
    void onlyNewFailuresFailTheBuildWhereThatIsAskedFor() throws IOException {
        Path old = directory.resolve("old.json");
        Map<String, String> settings = Map.of("fail.on", "new", "baseline", old.toString());
        try (SubmitServer server = SubmitServer.start(SubmitFault.TITLE_NOT_ECHOED, "")) {
            run(server, Map.of());
            Files.copy(directory.resolve("results.json"), old);
            assertEquals(new Conformance.Ending(Verdict.NOT_CONFORMANT, false), run(server, settings));
            assertPrinted("Since " + old + ": 0 requirements changed, 0 new failures");
        }
        try (SubmitServer server = SubmitServer.start(SubmitFault.EXPIRATION_SHIFTED, "")) {
            assertEquals(BROKEN, run(server, settings));
            assertPrinted("  SUB-007 FAIL -> PASS", "  SUB-008 PASS -> FAIL", ", 1 new failure");
            assertEquals(1, results().at("/changes/newFailures").asInt());
        }
    }

    @Test
    void tellsWhatTheTargetDoesOtherwiseThanTheStub() throws IOException {
        try (SubmitServer server = SubmitServer.start(SubmitFault.TITLE_NOT_ECHOED, "")) {
            run(server, Map.of());
            JsonNode title = results()
                    .path("differsFromStub")
                    .valueStream()
                    .filter(one -> one.path("id").asString().equals("SUB-007"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("PASS", title.path("stub").asString());
            assertEquals("FAIL", title.path("now").asString());
            assertEquals("SUB-007/fileSha1", title.at("/cases/0/id").asString());
            // What the two have in common: rows that need other capabilities, and tokens that neither has.
            assertFalse(results().path("differsFromStub").toString().contains("LST-"), "capabilities");
        }
    }

    @Test
    void whatIsNotAskedForIsNotCalledMissing() throws IOException {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "")) {
            run(server, Map.of());
            JsonNode list = results()
                    .path("requirements")
                    .valueStream()
                    .filter(one -> one.path("id").asString().startsWith("LST-"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("NOT_APPLICABLE", list.path("result").asString());
            String detail = list.at("/cases/0/detail").asString();
            assertTrue(detail.startsWith("not asked for; the setting capabilities="), detail);
        }
    }

    @Test
    void aTargetThatIsNotReachedIsNotCompared() throws IOException {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "/elsewhere")) {
            assertEquals(IN_DOUBT, run(server, Map.of("target", server.baseUrl().replace("/elsewhere", ""))));
            assertEquals(0, results().path("differsFromStub").size());
        }
    }

    @Test
    void aRegisterWithoutAServersRowsProvesNothing() {
        Settings settings = Settings.of(Map.of("tick.directory", directory.toString()), Map.of());
        assertEquals(
                IN_DOUBT,
                new Verifier(CONTRACT, only("CLI-.*"), Clock.systemUTC(), QuickSender::new).run(settings, out()));
        assertPrinted(
                "Verdict: INCONCLUSIVE (stub at ",
                "  contracts/tiindicators/requirements.yaml has no row that binds a server and has a check,"
                        + " so there is nothing to hold the target to; is it the right register?");
    }

    private Conformance.Ending run(SubmitServer server, Map<String, String> settings) {
        return run(server, settings, server.tokens());
    }

    private Conformance.Ending run(SubmitServer server, Map<String, String> settings, Map<String, String> tokens) {
        Map<String, String> properties = new HashMap<>();
        properties.put("target", server.baseUrl());
        properties.put("tick.directory", directory.toString());
        properties.putAll(settings);
        return new Verifier(CONTRACT, SOME, Clock.systemUTC(), QuickSender::new)
                .run(Settings.of(properties, tokens), out());
    }

    private static Register only(String ids) {
        return new Register(
                REGISTER.source(),
                REGISTER.edition(),
                REGISTER.requirements().stream()
                        .filter(row -> row.id().matches(ids))
                        .toList());
    }

    private Map<String, String> listed(String entries) throws IOException {
        return Map.of(
                "deviations",
                Files.writeString(directory.resolve("known.yaml"), entries).toString());
    }

    private static String entry(String id, String expires) {
        return """
                - id: %s
                  reason: The gateway looks at roles.
                  link: GW-17
                  owner: gateway team
                  opened: 2025-11-01
                  expires: %s
                """.formatted(id, expires);
    }

    private JsonNode results() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(directory.resolve("results.json")));
    }

    private void assertPrinted(String... texts) {
        String printed = console.toString(StandardCharsets.UTF_8);
        for (String text : texts) {
            assertTrue(printed.contains(text), printed);
        }
    }

    private PrintStream out() {
        return new PrintStream(console, true, StandardCharsets.UTF_8);
    }
}
