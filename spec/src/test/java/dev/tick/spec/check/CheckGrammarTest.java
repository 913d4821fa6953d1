package dev.tick.spec.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.Key;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Misspelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class CheckGrammarTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final List<Contract> CONTRACTS = List.of(CONTRACT, Contract.load("indicators"));
    private static final List<Row> ROWS = Stream.of("tiindicators", "indicators")
            .flatMap(name -> rows(Contract.load(name), "contracts/" + name + "/requirements.yaml"))
            .toList();

    /** A check of a register, as it is written and as it is read. */
    private record Row(Contract contract, String text, Optional<String> schema, Check check) {}

    private static Stream<Row> rows(Contract contract, String register) {
        LocatedDocument source = LocatedDocument.load(register);
        CheckReader reader = new CheckReader(contract);
        return IntStream.range(0, source.root().path("requirements").size())
                .mapToObj(i -> "/requirements/" + i)
                .filter(at -> source.root().at(at).has("check"))
                .map(at -> {
                    JsonNode row = source.root().at(at);
                    Optional<String> schema =
                            Optional.of(row.path("schema").asString("")).filter(text -> !text.isEmpty());
                    Check check = reader.read(Fields.strict(source, at + "/check"), schema);
                    return new Row(contract, row.path("check").toString(), schema, check);
                });
    }

    static Stream<Arguments> keys() {
        return CheckGrammar.FORMS.stream().flatMap(form -> keys(form).stream().map(key -> Arguments.of(form, key)));
    }

    private static List<Key> keys(CheckForm form) {
        List<Key> keys = new ArrayList<>(List.of(CheckGrammar.KIND, CheckGrammar.OPERATION));
        form.expectation().ifPresent(word -> keys.add(CheckGrammar.EXPECT));
        keys.addAll(form.keys());
        return keys;
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aMisspeltKeyStopsTheLoadWithItsLineAndAGuess(CheckForm form, Key key) {
        List<String> lines = lines(form);
        lines.removeIf(line -> line.startsWith("  " + key.name() + ":"));
        lines.add("  " + Misspelling.of(key.name()) + ": 1");
        String message = refusal(form, lines);
        assertTrue(message.startsWith(Misspelling.refusal("r.yaml", lines.size(), "/check", key.name())), message);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyThatIsNeededIsMissed(CheckForm form, Key key) {
        if (key.required()) {
            List<String> lines = lines(form);
            lines.removeIf(line -> line.startsWith("  " + key.name() + ":"));
            assertEquals("r.yaml:2: /check: the key '" + key.name() + "' is missing; add it", refusal(form, lines));
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aValueOfAnotherTypeStopsTheLoad(CheckForm form, Key key) {
        List<String> lines = lines(form);
        lines.removeIf(line -> line.startsWith("  " + key.name() + ":"));
        lines.add("  " + key.name() + ": [[]]");
        String message = refusal(form, lines);
        assertTrue(message.startsWith("r.yaml:" + lines.size() + ": /check/" + key.name() + ": "), message);
    }

    /** The beginning of a check of this form, with a value for each key that is needed, one in a line. */
    private static List<String> lines(CheckForm form) {
        List<String> lines = new ArrayList<>(List.of("check:", "  kind: " + form.kind()));
        form.expectation().ifPresent(word -> lines.add("  expect: " + word));
        lines.add("  operation: " + operation(form).id());
        form.keys().stream().filter(Key::required).forEach(key -> lines.add("  " + key.name() + ": " + value(key)));
        return lines;
    }

    private static String value(Key key) {
        return switch (key.name()) {
            case "set" -> "{a: b}";
            case "form" -> "offset";
            case "requests" -> "sound";
            case "status" -> "[200]";
            case "at" -> "/error/target";
            case "of" -> "texts";
            default -> "action";
        };
    }

    private static Operation operation(CheckForm form) {
        return CONTRACTS.stream()
                .flatMap(contract -> contract.operations().stream())
                .filter(operation -> form.effects().contains(operation.effect().orElseThrow()))
                .findFirst()
                .orElseThrow();
    }

    private static String refusal(CheckForm form, List<String> lines) {
        Contract contract = CONTRACTS.stream()
                .filter(one -> one.operations().contains(operation(form)))
                .findFirst()
                .orElseThrow();
        return refusal(contract, String.join("\n", lines));
    }

    private static String refusal(Contract contract, String yaml) {
        return String.valueOf(assertThrows(InvalidDocumentException.class, () -> read(contract, yaml, Optional.empty()))
                .getMessage());
    }

    private static Check read(Contract contract, String yaml, Optional<String> schema) {
        return new CheckReader(contract).read(Fields.strict(LocatedDocument.parse("r.yaml", yaml), "/check"), schema);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: sucess, operation: submitIndicator | /kind: unknown kind 'sucess' (did you mean 'success'?)",
                "kind: request, expect: refuse, operation: submitIndicator | /expect: unknown expect 'refuse' (did you mean 'refused'?)",
                "kind: refused, expect: refused, operation: submitIndicator | /expect: unknown key 'expect'",
                "kind: refused, operation: submitIndicator, defect: no-tokn | /defect: expected one of [no-token,",
                "kind: refused, operation: submitIndicator, defect: no-token, codes: [Unauthorized] | /codes: 'codes' is looked at beside 'status' alone",
                "kind: refused, operation: submitIndicator, defect: no-token, envelope: true | /envelope: 'envelope' is looked at beside 'status' alone",
                "kind: refused, operation: submitIndicator, defect: no-token, set: {a: 1} | /defect: a request has either a defect, an alteration",
                "kind: refused, operation: submitIndicator | : the row needs a 'schema' whose constraint is broken",
                "kind: refused, operation: submitIndicator, defect: no-token, status: [] | /status: expected a list of at least one",
                "kind: refused, operation: submitIndicator, defect: no-token, status: [40] | /status: expected a list of at least one, each a number from 100 to 599, got [40]",
                "kind: refused, operation: submitIndicator, defect: no-token, kept: title | /kept: unknown key 'kept'",
                "kind: accepted, operation: submitIndicator | : nothing is altered; add one of [set,",
                "'kind: accepted, operation: submitIndicator, set: {}' | /set: expected a mapping of at least one name, each with a value, got {}",
                "'kind: accepted, operation: submitIndicator, headers: {}' | /headers: expected a mapping of at least one name",
                "'kind: accepted, operation: submitIndicator, append: {title: \"\"}' | /append: expected a mapping of at least one name, each with text of at least one character",
                "'kind: accepted, operation: submitIndicator, repeat: {title: 100001}' | /repeat: expected a mapping of at least one name, each with a number from 2 to 100000",
                "kind: accepted, operation: submitIndicator, as: deleagted | /as: expected one of [expired, without-role, delegated, delegated-without-scope, other-application, tenant-wide, other-audience], got 'deleagted' (did you mean 'delegated'?)",
                "kind: accepted, operation: submitIndicator, status: [200] | /status: unknown key 'status'",
                "kind: probe, operation: submitIndicator, example: domainNam | /example: there is no example 'domainNam' (did you mean 'domainName'?)",
                "kind: probe, operation: submitIndicator, observe: entires | /observe: expected a JSON pointer, a header with a capital such as Allow, or entries",
                "kind: probe, operation: submitIndicator, kept: title | /kept: 'kept' is read after a second submit",
                "'kind: probe, operation: submitIndicator, again: {}, kept: titel' | /kept: the entity has no property 'titel' (did you mean 'title'?)",
                "kind: probe, operation: submitIndicator, rename: {titel: x} | /rename: no example of submitIndicator sends 'titel' (did you mean 'title'?)",
                "kind: probe, operation: listIndicators, set: {title: x} | /set: listIndicators takes no body that 'set' could alter",
                "kind: probe, operation: submitIndicator, fraction-digits: 10 | /fraction-digits: expected a number from 0 to 9, got 10",
                "kind: probe, operation: submitIndicator, repeat: {title: x} | /repeat: expected a mapping of at least one name, each with a number",
                "kind: listed, operation: submitIndicator | /operation: listed is asked of an operation with x-tick-effect [list], and submitIndicator has create",
                "kind: listed, operation: listIndicator | /operation: no operation 'listIndicator' in contracts/tiindicators/openapi.yaml (did you mean 'listIndicators'?)",
                "kind: immutable, operation: updateIndicator, property: acton | /property: the entity has no property 'acton' (did you mean 'action'?)",
                "kind: echo, operation: submitIndicator | : echo needs a 'schema' in the row that leads to a property of the entity, got 'nothing'",
                "kind: queried, operation: listIndicators, form: ofset | /form: expected one of [doubled-quote,",
                "'kind: probe, operation: submitIndicator, again: {}, resubmit: {}' | /again: 'again' is the former name of 'resubmit', which is there as well"
            })
    void aSlipThatWouldHaveShownInARunStopsTheLoad(String check, String message) {
        String got = refusal(CONTRACT, "check: {" + check + "}");
        assertTrue(got.startsWith("r.yaml:1: /check" + message), got);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "creationTimeDateTimeUtc | server-value, operation: submitIndicator",
                "title | filtered, operation: listIndicators"
            })
    void aPropertyMustBeOneThatTheKindSpeaksOf(String property, String check) {
        String at = "/components/schemas/Indicator/properties/";
        read(CONTRACT, "check: {kind: " + check + "}", Optional.of(at + property));
        String other = at + (property.equals("title") ? "none" : "title");
        assertTrue(
                assertThrows(
                                InvalidDocumentException.class,
                                () -> read(CONTRACT, "check: {kind: " + check + "}", Optional.of(other)))
                        .toString()
                        .contains("that leads to a property with x-tick-"),
                other);
    }

    static Stream<Arguments> formerKinds() {
        return CheckGrammar.FORMERLY.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("formerKinds")
    void aFormerKindIsReadAsTodays(String former, CheckGrammar.FormerKind today) {
        Row row = ROWS.stream()
                .filter(one -> isOf(one.check(), today))
                .findFirst()
                .orElseThrow();
        String text = row.text()
                .replace("\"kind\":\"" + today.kind() + "\"", "\"kind\":\"" + former + "\"")
                .replace("\"expect\":\"" + today.expectation() + "\",", "");
        assertEquals(row.check(), read(row.contract(), "check: " + text, row.schema()));
    }

    private static boolean isOf(Check check, CheckGrammar.FormerKind kind) {
        return check.title().equals((kind.kind() + " " + kind.expectation()).trim());
    }

    @Test
    void aFormerKeyIsReadAsTodays() {
        String check = "check: {kind: request, expect: noted, operation: submitIndicator, %s: {title: x}}";
        assertEquals(
                read(CONTRACT, String.format(check, "resubmit"), Optional.empty()),
                read(CONTRACT, String.format(check, "again"), Optional.empty()));
    }

    /** A kind that no form makes could be neither written nor tested. */
    @Test
    void everyKindIsReadFromARegister() {
        Set<String> kinds = new TreeSet<>();
        kinds(Check.class, kinds);
        assertEquals(
                kinds,
                ROWS.stream()
                        .map(row -> row.check().getClass().getName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static void kinds(Class<?> type, Set<String> kinds) {
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(below -> kinds(below, kinds));
        } else {
            kinds.add(type.getName());
        }
    }

    @Test
    void everyEffectHasAnOperationHere() {
        assertEquals(
                Set.of(Effect.values()),
                CONTRACTS.stream()
                        .flatMap(contract -> contract.operations().stream())
                        .flatMap(operation -> operation.effect().stream())
                        .collect(Collectors.toSet()));
    }
}
