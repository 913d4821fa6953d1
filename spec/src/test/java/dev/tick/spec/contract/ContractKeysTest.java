package dev.tick.spec.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Every {@code x-tick} key of a contract, misspelt, of another type, at another place and under its former name. */
class ContractKeysTest {
    private static final String DOCUMENT = """
            openapi: 3.1.0
            #document
            info: {title: t, version: "1"}
            paths:
              /rooms:
                #path
                get:
                  #operation
                  operationId: listRooms
                  x-tick-quotas:
                    -
                      #quota
                  x-tick-refusals:
                    #causes
                    capacity:
                      #cause
                  responses:
                    "200":
                      #response
                      description: rooms
            components:
              securitySchemes:
                token:
                  #security scheme
                  type: http
                  scheme: bearer
                  x-tick-token:
                    #token
              schemas:
                Room:
                  #schema
                  type: object
                  x-tick-refusals:
                    #keywords
                    required:
                      #refusal
            x-tick-seen:
              rooms-again:
                #seen
                request: POST /rooms
                like: listRooms
            """;

    private static final Map<String, String> POINTERS = Map.ofEntries(
            Map.entry("document", ""),
            Map.entry("seen", "/x-tick-seen/rooms-again"),
            Map.entry("operation", "/paths/~1rooms/get"),
            Map.entry("quota", "/paths/~1rooms/get/x-tick-quotas/0"),
            Map.entry("causes", "/paths/~1rooms/get/x-tick-refusals"),
            Map.entry("cause", "/paths/~1rooms/get/x-tick-refusals/capacity"),
            Map.entry("response", "/paths/~1rooms/get/responses/200"),
            Map.entry("security scheme", "/components/securitySchemes/token"),
            Map.entry("token", "/components/securitySchemes/token/x-tick-token"),
            Map.entry("schema", "/components/schemas/Room"),
            Map.entry("keywords", "/components/schemas/Room/x-tick-refusals"),
            Map.entry("refusal", "/components/schemas/Room/x-tick-refusals/required"));

    private static final Map<String, List<Key>> KEYS = Map.ofEntries(
            Map.entry("document", ContractKeys.of(ContractPlace.DOCUMENT)),
            Map.entry("seen", ContractKeys.SEEN),
            Map.entry("operation", ContractKeys.of(ContractPlace.OPERATION)),
            Map.entry("quota", ContractKeys.QUOTA),
            Map.entry("causes", ContractKeys.CAUSES),
            Map.entry("cause", ContractKeys.CAUSE),
            Map.entry("response", ContractKeys.of(ContractPlace.RESPONSE)),
            Map.entry("security scheme", ContractKeys.of(ContractPlace.SECURITY_SCHEME)),
            Map.entry("token", ContractKeys.TOKEN),
            Map.entry("schema", ContractKeys.of(ContractPlace.SCHEMA)),
            Map.entry("keywords", ContractKeys.KEYWORDS),
            Map.entry("refusal", ContractKeys.REFUSAL));

    static Stream<Arguments> keys() {
        return KEYS.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(key -> Arguments.of(entry.getKey(), key)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aMisspeltKeyStopsTheLoadWithItsLineAndAGuess(String place, Key key) {
        List<String> lines = with(place, Misspelling.of(key.name()) + ": 1", key.name());
        String message = refusal(lines);
        int line = lineOf(Misspelling.of(key.name()) + ":", lines);
        assertTrue(
                message.startsWith(Misspelling.refusal("a.yaml", line, POINTERS.getOrDefault(place, ""), key.name())),
                message);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aValueOfAnotherTypeStopsTheLoad(String place, Key key) {
        List<String> lines = with(place, key.name() + ": 0.5", key.name());
        String message = refusal(lines);
        int line = lineOf(key.name() + ": 0.5", lines);
        String start = "a.yaml:" + line + ": " + POINTERS.getOrDefault(place, "") + "/" + key.name() + ": expected ";
        assertTrue(message.startsWith(start), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "operation | x-tick-qotas: [] | unknown key 'x-tick-qotas' (did you mean 'x-tick-quotas'?); expected one of [x-tick-effect, x-tick-offer, x-tick-quotas, x-tick-refusals]",
                "document | 'x-tick-alias: {/a: /rooms}' | unknown key 'x-tick-alias' (did you mean 'x-tick-aliases'?); expected one of [x-tick-aliases, x-tick-seen]",
                "response | x-tick-cod: Wrong | unknown key 'x-tick-cod' (did you mean 'x-tick-code'?); expected one of [x-tick-code]",
                "path | x-tick-effect: list | the key 'x-tick-effect' belongs to an operation, not to a path",
                "path | x-tick-efect: list | unknown key 'x-tick-efect' (did you mean 'x-tick-effect'?); no x-tick- key belongs to a path",
                "operation | x-tick-code: Wrong | the key 'x-tick-code' belongs to a response, not to an operation",
                "schema | x-tick-effect: list | the key 'x-tick-effect' belongs to an operation, not to a schema"
            })
    void aKeyThatWouldHaveBeenDroppedSilentlyStopsTheLoad(String place, String line, String message) {
        List<String> lines = with(place, line, line.split(":", 2)[0]);
        String got = refusal(lines);
        assertTrue(got.startsWith("a.yaml:" + lineOf(line, lines) + ": ") && got.endsWith(message), got);
    }

    @Test
    void dataOfExamplesAndNamesOfPropertiesAreNobodysKeys() {
        List<String> lines = with("schema", "properties: {x-tick-mine: {type: string, examples: [x]}}", "properties");
        lines.replaceAll(line -> line.replace("type: object", "type: object, example: {x-tick-other: 1}"));
        String yaml = document(lines).replace("type: object, example", "type: object\n      example");
        assertEquals(1, Contract.parse("a.yaml", yaml).operations().size());
    }

    @Test
    void formerKeysAreReadAsTodays() {
        Contract today = Contract.load("indicators");
        String old = today.source()
                .root()
                .toString()
                .replace("x-tick-resubmit", "x-tick-again")
                .replace("x-tick-server-value", "x-tick-filled-with")
                .replace("tenant-wide", "reaches-all");
        Contract former = Contract.parse("contracts/indicators/openapi.yaml", old);
        assertTrue(old.contains("x-tick-filled-with") && old.contains("reaches-all"));
        assertEquals(today.resource(), former.resource());
        assertEquals(today.operations(), former.operations());
        assertEquals(today.source().root(), former.source().root());
    }

    @Test
    void aFormerKeyBesideTodaysIsOneTooMany() {
        List<String> lines = with("schema", "x-tick-again: kept", "none");
        lines.add(lineOf("x-tick-again: kept", lines), "      x-tick-resubmit: kept");
        assertTrue(
                refusal(lines)
                        .endsWith("/components/schemas/Room/x-tick-again: 'x-tick-again' is the former name of"
                                + " 'x-tick-resubmit', which is there as well; remove it"),
                refusal(lines));
    }

    /** The document with one more key at a place, and without those that would be there a second time. */
    private static List<String> with(String place, String key, String instead) {
        List<String> lines = new ArrayList<>();
        for (String line : DOCUMENT.lines().toList()) {
            boolean here = line.strip().equals("#" + place);
            lines.add(here ? line.replace("#" + place, key) : line);
        }
        int own = lineOf(key, lines) - 1;
        int indent = lines.get(own).length() - lines.get(own).stripLeading().length();
        String other = " ".repeat(indent) + instead + ":";
        for (int i = own + 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith(other)) {
                lines.remove(i);
                while (i < lines.size() && lines.get(i).startsWith(" ".repeat(indent + 1))) {
                    lines.remove(i);
                }
                break;
            }
        }
        return lines;
    }

    private static int lineOf(String text, List<String> lines) {
        return lines.indexOf(lines.stream()
                        .filter(line -> line.strip().startsWith(text))
                        .findFirst()
                        .orElseThrow())
                + 1;
    }

    /** A mapping without keys of its own is written so, or it would be null. */
    private static String document(List<String> lines) {
        List<String> filled = new ArrayList<>();
        for (String line : lines) {
            String filler = switch (line.strip()) {
                case "#quota" -> "{calls: 1, seconds: 1}";
                case "#token" -> "context: user";
                case "#cause", "#refusal" -> "code: Wrong";
                default -> "";
            };
            filled.add(filler.isEmpty() ? line : line.replace(line.strip(), filler));
        }
        return String.join("\n", filled) + "\n";
    }

    private static String refusal(List<String> lines) {
        String yaml = document(lines);
        return String.valueOf(assertThrows(InvalidDocumentException.class, () -> Contract.parse("a.yaml", yaml), yaml)
                .getMessage());
    }
}
