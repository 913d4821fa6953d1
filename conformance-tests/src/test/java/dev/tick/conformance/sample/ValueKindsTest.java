package dev.tick.conformance.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ValueKindsTest {
    private static final Specification TODAY = Specification.load("indicators");

    private static Validator validator(Specification edition) {
        return new Validator(edition.contract(), edition.register(), Clock.systemUTC());
    }

    private static Samples samples(Specification edition) {
        return new Samples(
                edition.contract(),
                edition.contract().resource().orElseThrow(),
                validator(edition),
                "0badcafe",
                Clock.systemUTC(),
                identity -> Availability.FREE);
    }

    /** No value is unsound, and no two of an identity's are the same. */
    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void everyValueIsSound(Specification edition) {
        Samples samples = samples(edition);
        Operation create = edition.contract().operation(Effect.CREATE).orElseThrow();
        for (String example : create.requestExamples().keySet()) {
            ObjectNode body = samples.fresh(create, example);
            for (String property : body.propertyNames()) {
                for (SoundValue one : samples.kinds().of(create, body, property)) {
                    ObjectNode changed = body.deepCopy();
                    changed.set(property, one.value());
                    assertEquals(
                            List.of(),
                            validator(edition)
                                    .body(Subject.CLIENT, create.requestSchema().orElseThrow(), changed),
                            () -> property + " " + one);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fileSha1, indicatorValue, UPPER_CASE MIXED_CASE",
        "url, indicatorValue, PORT QUERY ESCAPED QUOTES RESERVED MIXED_CASE PUNYCODE LONG FRAGMENT" + " ADDRESS_HOST",
        "domainName, indicatorValue, PUNYCODE MIXED_CASE DIGITS HYPHENS LONG_LABEL MANY_LABELS",
        "ipv6Address, indicatorValue, EIGHT_GROUPS UPPER_CASE DOTTED_TAIL",
        "fileSha1, title, LOWER_CASE UPPER_CASE MIXED_CASE LONG QUOTES RESERVED NON_ASCII INNER_SPACES",
        "fileSha1, expirationTime, NO_DIGITS ONE_DIGIT THREE_DIGITS SIX_DIGITS SEVEN_DIGITS EAST WEST ONE_HOUR_AHEAD"
                + " LEAP_DAY FAR_FUTURE"
    })
    void aPropertyHasItsKinds(String example, String property, String kinds) {
        Set<SampleKind> expected =
                List.of(kinds.split(" ")).stream().map(SampleKind::valueOf).collect(Collectors.toSet());
        assertEquals(
                EnumSet.copyOf(expected),
                EnumSet.copyOf(
                        of(example, property).stream().map(SoundValue::kind).toList()));
    }

    @Test
    void anIdentityIsAnotherOneEachTime() {
        JsonNode first = of("fileSha1", "indicatorValue").get(0).value();
        Samples samples = samples(TODAY);
        Operation create = TODAY.contract().operation(Effect.CREATE).orElseThrow();
        ObjectNode body = samples.fresh(create, "fileSha1");
        JsonNode second = samples.kinds()
                .of(create, body, "indicatorValue", SampleKind.UPPER_CASE)
                .orElseThrow();
        JsonNode third = samples.kinds()
                .of(create, body, "indicatorValue", SampleKind.UPPER_CASE)
                .orElseThrow();
        assertNotEquals(second, third);
        assertTrue(first.asString("").matches("[0-9A-F]{40}"), first::toString);
        assertTrue(samples.isDrawn(second.asString("")));
    }

    private static List<SoundValue> of(String example, String property) {
        Samples samples = samples(TODAY);
        Operation create = TODAY.contract().operation(Effect.CREATE).orElseThrow();
        return samples.kinds().of(create, samples.fresh(create, example), property);
    }
}
