package dev.tick.conformance.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.defect.BoundaryValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wrong values of a rule are shared out: no place goes without, and no value is left out. */
class SharedValuesTest {
    private static final String SUBMISSION = "/components/schemas/IndicatorSubmission";

    private final Contract contract = Contract.load("tiindicators");
    private final SharedValues shared = new SharedValues(contract);

    @Test
    void eachTextGetsANumberAndOthersAndAllTogetherGetEach() {
        List<BoundaryValue> types = values("5", "true", "[]", "{}", "null");
        List<List<BoundaryValue>> shares = Stream.of("indicator", "indicatorType/$ref", "action/$ref")
                .map(property -> shared.of(SUBMISSION + "/properties/" + property + "/type", types))
                .toList();
        assertEquals(List.of(3, 3, 3), shares.stream().map(List::size).toList());
        assertTrue(shares.stream().allMatch(share -> share.contains(types.get(0))), shares.toString());
        assertEquals(Set.copyOf(types), union(shares));
    }

    /** Conditions on the identity; each has values of its own, and these are alike. */
    @Test
    void theDigitsOfTwoHashesAreHalved() {
        List<BoundaryValue> digits = values("\"short\"", "\"long\"", "\"script\"", "\"letter\"", "\"other\"", "\"\"");
        List<List<BoundaryValue>> shares = Stream.of(0, 1)
                .map(number -> SUBMISSION + "/allOf/0/$ref/allOf/" + number + "/then/properties/indicator")
                .map(pointer -> shared.of(pointer, digits))
                .toList();
        assertEquals(List.of(3, 3), shares.stream().map(List::size).toList());
        assertEquals(Set.copyOf(digits), union(shares));
    }

    /** A value of another type and a word that is not listed are told by different parts of a server. */
    @Test
    void wordsAndOtherTypesAreSharedApart() {
        List<BoundaryValue> share = shared.of(
                SUBMISSION + "/properties/severity/anyOf",
                values("5", "true", "[]", "{}", "\"word\"", "\"\"", "\"1\""));
        assertEquals(4, share.size());
        assertEquals(
                2,
                share.stream()
                        .filter(value -> value.value().orElseThrow().isString())
                        .count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/properties/expirationTime/format",
                "/required/0",
                "/properties/title/maxLength",
                "/allOf/0/$ref/allOf/3/then/properties/indicator"
            })
    void whatStandsAtOnePlaceGetsAll(String place) {
        List<BoundaryValue> all = values("\"a\"", "\"b\"", "\"c\"", "\"d\"");
        assertEquals(all, shared.of(SUBMISSION + place, all));
    }

    private static Set<BoundaryValue> union(List<List<BoundaryValue>> shares) {
        return shares.stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    private static List<BoundaryValue> values(String... texts) {
        return Stream.of(texts)
                .map(text -> {
                    JsonNode value = JsonMapper.shared().readTree(text);
                    return new BoundaryValue("=" + text, Optional.of(value), OptionalInt.empty());
                })
                .toList();
    }
}
