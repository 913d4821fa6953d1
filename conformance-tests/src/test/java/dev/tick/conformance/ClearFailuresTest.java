package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Register;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No run is green by accident: each of these fails the build, and says why in a way of its own. */
class ClearFailuresTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final String REFUSED = "SUB-022";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void zeroChecksSelected() {
        InvalidSettingException refused =
                assertThrows(InvalidSettingException.class, () -> run(Map.of("requirements", " , ")));
        assertEquals(
                "requirements: none is named, so nothing would be checked; name some, or leave the setting out",
                refused.getMessage());
    }

    @Test
    void aPartOfTheChecksSelected() {
        assertEquals(Verdict.INCONCLUSIVE, run(Map.of("requirements", REFUSED)));
        assertPrinted(" requirements were checked, and a part proves no conformance");
    }

    @Test
    void anUnknownRequirementId() throws IOException {
        InvalidSettingException selected =
                assertThrows(InvalidSettingException.class, () -> run(Map.of("requirements", "SUB-001,SUB-0O2")));
        assertTrue(
                String.valueOf(selected.getMessage()).startsWith("requirements: 'SUB-0O2' has no check in "),
                selected.getMessage());
        Map<String, String> listed = listed("SUB-0O1", "2999-12-31");
        InvalidSettingException deviating = assertThrows(InvalidSettingException.class, () -> run(listed));
        assertTrue(
                String.valueOf(deviating.getMessage()).contains("known.yaml:1: id: 'SUB-0O1' is no requirement of "),
                deviating.getMessage());
    }

    @Test
    void aRowWithoutACheck() {
        InvalidDocumentException refused =
                assertThrows(InvalidDocumentException.class, () -> register(REFUSED, "    check:[^\n]*\n", ""));
        assertTrue(String.valueOf(refused.getMessage()).contains("edited.yaml:"), refused.getMessage());
        assertTrue(
                String.valueOf(refused.getMessage())
                        .contains("SUB-022 needs either a check or a reason under 'excluded'"),
                refused.getMessage());
    }

    @Test
    void aRowWhoseKindOfCheckNobodyKnows() {
        InvalidDocumentException refused =
                assertThrows(InvalidDocumentException.class, () -> register(REFUSED, "kind: request", "kind: requst"));
        assertTrue(
                String.valueOf(refused.getMessage())
                        .contains("/check/kind: unknown kind 'requst' (did you mean 'request'?); expected one of ["),
                refused.getMessage());
    }

    @Test
    void anExpiredDeviation() throws IOException {
        assertEquals(Verdict.INCONCLUSIVE, run(listed("SUB-001", "2026-01-31")));
        assertPrinted("known.yaml:1: SUB-001 is listed as a deviation until 2026-01-31, which has passed");
    }

    @Test
    void aDeviationThatPasses() throws IOException {
        assertEquals(Verdict.INCONCLUSIVE, run(listed("SUB-001", "2999-12-31")));
        assertPrinted(
                "known.yaml:1: SUB-001 is listed as a deviation, but nothing of it fails any more; remove this entry");
    }

    @Test
    void aTargetThatHangsFromTheStart() throws IOException {
        assertEquals(Verdict.INCONCLUSIVE, run(register("", "", ""), hanging("POST"), Map.of()));
        assertPrinted("tried POST ", ": no answer within 10 s; is the target up, and is its base URL right?");
    }

    /** Its twin was answered, so it is the target's doing. */
    @Test
    void aTargetThatHangsAtOneRequest() throws IOException {
        assertEquals(
                Verdict.NOT_CONFORMANT,
                run(register("", "", ""), hanging("without a type"), Map.of("requirements", REFUSED)));
        assertPrinted("FAIL SUB-022 ", "expected: an answer", "but was:  no answer within 10 s, twice");
    }

    @Test
    void aChecksOwnException() throws IOException {
        Sender.Factory throwing = base -> new AlteringSender(
                base,
                message -> {
                    if (!message.body().isAbsent() && !message.body().text().contains("indicatorType")) {
                        throw new IllegalStateException("a defect of the kit");
                    }
                    return message;
                },
                (message, response) -> response);
        assertEquals(Verdict.INCONCLUSIVE, run(register("", "", ""), throwing, Map.of("requirements", REFUSED)));
        assertPrinted("ERROR SUB-022 ", "the check failed: java.lang.IllegalStateException: a defect of the kit");
    }

    /** Answers nothing to requests of this method, or to bodies without a type. */
    private static Sender.Factory hanging(String method) {
        return base -> {
            Sender sender = new QuickSender(base);
            return new Sender() {
                @Override
                public Exchange send(dev.tick.spec.http.Request message) {
                    boolean met = message.method().equals(method)
                            || (method.equals("without a type")
                                    && !message.body().isAbsent()
                                    && !message.body().text().contains("indicatorType"));
                    return met
                            ? new Exchange(message, Optional.empty(), "no answer within 10 s")
                            : sender.send(message);
                }

                @Override
                public void close() {
                    sender.close();
                }
            };
        };
    }

    private Verdict run(Map<String, String> settings) {
        return run(Register.load("tiindicators", CONTRACT), QuickSender::new, settings);
    }

    private Verdict run(Register register, Sender.Factory senders, Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>(settings);
        properties.put("tick.directory", directory.toString());
        Conformance.Ending ending = new Verifier(CONTRACT, register, Clock.systemUTC(), senders)
                .run(Settings.of(properties, Map.of()), new PrintStream(console, true, StandardCharsets.UTF_8));
        assertTrue(ending.failsBuild());
        assertTrue(ending.message().startsWith(ending.verdict().title()), ending.message());
        return ending.verdict();
    }

    /** The register with a change to the row of this id. */
    private static Register register(String id, String from, String to) throws IOException {
        String text;
        try (var in = ClearFailuresTest.class
                .getClassLoader()
                .getResourceAsStream("contracts/tiindicators/requirements.yaml")) {
            assertTrue(in != null);
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int start = id.isEmpty() ? 0 : text.indexOf("  - id: " + id);
        String edited = id.isEmpty()
                ? text
                : text.substring(0, start) + text.substring(start).replaceFirst(from, to);
        return Register.parse("edited.yaml", edited, CONTRACT);
    }

    private Map<String, String> listed(String id, String expires) throws IOException {
        String entry = """
                - id: %s
                  reason: The gateway looks at roles.
                  link: GW-17
                  owner: gateway team
                  opened: 2025-11-01
                  expires: %s
                """.formatted(id, expires);
        return Map.of(
                "deviations",
                Files.writeString(directory.resolve("known.yaml"), entry).toString());
    }

    private void assertPrinted(String... texts) {
        String printed = console.toString(StandardCharsets.UTF_8);
        for (String text : texts) {
            assertTrue(printed.contains(text), printed);
        }
    }
}
