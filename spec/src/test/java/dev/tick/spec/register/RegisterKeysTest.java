package dev.tick.spec.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.Key;
import dev.tick.spec.document.Misspelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key of a register outside its checks, misspelt, missing and of another type. */
class RegisterKeysTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");

    /** One key in each line, so that a line is a key. */
    private static final String REGISTER = """
            contract: tiindicators
            edition: "1"
            sources:
              page:
                page: p
                edition: "1"
                dated: "2025-12"
                read: "2026-01-01"
            requirements:
              -
                id: ABC-001
                level: must
                basis: documented
                subject: server
                statement: s
                source:
                  of: page
                  section: Response
                check: {kind: success, operation: submitIndicator}
                recorded:
                  behaviour: emptied
                  of: page
                  section: Response
                  since: "2021"
                  status: 200
                misprints:
                  -
                    operation: submitIndicator
                    at: status
            """;

    /** The mappings of a register, with their indentation and an earlier line. */
    private static final Map<String, List<Key>> MAPPINGS = Map.of(
            "", RegisterReader.KEYS,
            "/sources/page", SourceReader.SOURCE_KEYS,
            "/requirements/0", RegisterReader.ROW_KEYS,
            "/requirements/0/source", SourceReader.SECTION_KEYS,
            "/requirements/0/recorded", RegisterReader.RECORDING_KEYS,
            "/requirements/0/misprints/0", RegisterReader.MISPRINT_KEYS);

    private static final Map<String, String> FIRST_KEYS = Map.of(
            "", "contract: tiindicators",
            "/sources/page", "    page: p",
            "/requirements/0", "    id: ABC-001",
            "/requirements/0/source", "      of: page",
            "/requirements/0/recorded", "      behaviour: emptied",
            "/requirements/0/misprints/0", "        operation: submitIndicator");

    static Stream<Arguments> keys() {
        return MAPPINGS.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(key -> Arguments.of(entry.getKey(), key)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aMisspeltKeyStopsTheLoadWithItsLineAndAGuess(String at, Key key) {
        List<String> lines = new ArrayList<>(REGISTER.lines().toList());
        int line = place(at, key.name(), lines);
        lines.set(line, lines.get(line).replaceFirst(key.name() + ":", Misspelling.of(key.name()) + ":"));
        String message = refusal(lines);
        // A mapping or a list begins with its first line, below its key.
        int shown = line + (lines.get(line).endsWith(":") ? 2 : 1);
        assertTrue(message.startsWith(Misspelling.refusal("r.yaml", shown, at, key.name())), message);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aValueOfAnotherTypeStopsTheLoad(String at, Key key) {
        List<String> lines = new ArrayList<>(REGISTER.lines().toList());
        int line = place(at, key.name(), lines);
        String start = lines.get(line).split(":", 2)[0];
        lines.set(line, start + ": 5");
        while (line + 1 < lines.size() && lines.get(line + 1).startsWith(" ".repeat(indent(start) + 1))) {
            lines.remove(line + 1);
        }
        String message = refusal(lines);
        assertTrue(message.startsWith("r.yaml:" + (line + 1) + ": " + at + "/" + key.name() + ": expected "), message);
    }

    /** Where the key of a mapping stands; a key that need not be there is put before the first. */
    private static int place(String at, String key, List<String> lines) {
        int first = lines.indexOf(FIRST_KEYS.getOrDefault(at, ""));
        int indent = indent(lines.get(first));
        for (int i = first; i < lines.size() && indent(lines.get(i)) >= indent; i++) {
            if (lines.get(i).startsWith(" ".repeat(indent) + key + ":")) {
                return i;
            }
        }
        lines.add(first, " ".repeat(indent) + key + ": some text");
        return first;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyThatIsNeededIsMissed(String at, Key key) {
        if (key.required() && !List.of("sources", "requirements", "source").contains(key.name())) {
            List<String> lines = new ArrayList<>(REGISTER.lines().toList());
            lines.remove(place(at, key.name(), lines));
            String message = refusal(lines);
            assertTrue(message.endsWith(at + ": the key '" + key.name() + "' is missing; add it"), message);
        }
    }

    @Test
    void aFormerKeyIsReadAsTodays() {
        assertEquals(
                Register.parse("r.yaml", REGISTER, CONTRACT).requirements(),
                Register.parse("r.yaml", REGISTER.replace("misprints:", "printed:"), CONTRACT)
                        .requirements());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "behaviour: emptied | behaviour: absent | 25: /requirements/0/recorded/status: what is absent has no status; remove it",
                "behaviour: emptied | behaviour: emtied | 21: /requirements/0/recorded/behaviour: expected one of [absent, emptied], got 'emtied' (did you mean 'emptied'?)",
                "status: 200 | # none | 21: /requirements/0/recorded: the key 'status' is missing; add it",
                "level: must | level: may | 21: /requirements/0/recorded: only a must or a should of this edition that a check exercises can be contradicted; remove it"
            })
    void aRecordingThatContradictsNothingStopsTheLoad(String sound, String other, String message) {
        String changed = REGISTER.replace(sound + "\n", other + "\n");
        assertEquals("r.yaml:" + message, refusal(changed.lines().toList()));
    }

    /** As they stood in the issue: a register that was read, and a run that was green without them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: refused, operation: submitIndicator, defect: no-token, status: [401], code: [Unauthorized]} | code: unknown key 'code' (did you mean 'codes'?)",
                "{kind: refused, operation: submitIndicator, defect: no-token, status: [401], envelop: true} | envelop: unknown key 'envelop' (did you mean 'envelope'?)",
                "{kind: sucess, operation: submitIndicator} | kind: unknown kind 'sucess' (did you mean 'success'?)"
            })
    void theMisspellingsThatMadeAFalseGreenStopTheLoad(String check, String message) {
        List<String> lines = REGISTER.replace("{kind: success, operation: submitIndicator}", check)
                .lines()
                .toList();
        String got = refusal(lines);
        assertTrue(got.startsWith("r.yaml:19: /requirements/0/check/" + message), got);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dated: \"2025-12\" | # none | r.yaml:5: /sources/page: a source needs its own date under 'dated' or its commit under 'commit'; pages change",
                "dated: \"2025-12\" | dated: \"12/11/2025\" | r.yaml:7: /sources/page/dated: expected a year, month or day such as \"2025-12-11\", or two with 'to' between, got \"12/11/2025\"",
                "dated: \"2025-12\" | commit: 0a9bbd59 | r.yaml:7: /sources/page/commit: expected owner/repository@hash, the hash of 8 hexadecimal digits or more, got \"0a9bbd59\""
            })
    void aSourceTellsInWhichStateItsPageWasRead(String right, String wrong, String message) {
        assertEquals(message, refusal(REGISTER.replace(right, wrong).lines().toList()));
    }

    @Test
    void aSourceIsNamedWithDateAndCommit() {
        assertEquals(
                List.of(
                        "edition 1, dated 2025-12, read 2026-01-01",
                        "edition 1, dated 2021 to 2026, owner/pages@0a9bbd59, read 2026-01-01"),
                Stream.of(
                                REGISTER,
                                REGISTER.replace(
                                        "dated: \"2025-12\"",
                                        "dated: \"2021 to 2026\"\n    commit: owner/pages@0a9bbd59"))
                        .map(register -> Register.parse("r.yaml", register, CONTRACT)
                                .requirements()
                                .get(0)
                                .source()
                                .state())
                        .toList());
    }

    private static String refusal(List<String> lines) {
        String yaml = String.join("\n", lines);
        return String.valueOf(
                assertThrows(InvalidDocumentException.class, () -> Register.parse("r.yaml", yaml, CONTRACT), yaml)
                        .getMessage());
    }
}
