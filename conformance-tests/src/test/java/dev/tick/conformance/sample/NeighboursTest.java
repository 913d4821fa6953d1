package dev.tick.conformance.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class NeighboursTest {
    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void areSoundAndDifferAsTheirNamesSay(Specification specification) {
        Validator validator = new Validator(specification.contract(), specification.register(), Clock.systemUTC());
        Samples samples = new Samples(
                specification.contract(),
                specification.contract().resource().orElseThrow(),
                validator,
                "1a2b3c4d",
                Clock.systemUTC(),
                identity -> Availability.FREE);
        Operation create = specification.contract().operation(Effect.CREATE).orElseThrow();
        List<ObjectNode> bodies = Arrays.stream(Neighbour.values())
                .map(neighbour -> samples.neighbours()
                        .body(create, "Query", neighbour, samples.fresh(create, samples.firstExample())))
                .toList();
        bodies.forEach(body -> assertEquals(
                List.of(), validator.body(Subject.CLIENT, create.requestSchema().orElseThrow(), body)));

        String text = "title";
        String plain = text(bodies, Neighbour.PLAIN, text);
        assertTrue(text(bodies, Neighbour.LONGER, text).startsWith(plain));
        assertTrue(text(bodies, Neighbour.LATER, text).endsWith(plain));
        assertTrue(text(bodies, Neighbour.SWAPPED, text).equalsIgnoreCase(plain));
        assertFalse(text(bodies, Neighbour.SWAPPED, text).equals(plain));
        assertEquals(text(bodies, Neighbour.EXACT, text), text(bodies, Neighbour.EARLIER, text));
        assertEquals(text(bodies, Neighbour.EXACT, text), text(bodies, Neighbour.AFTER, text));
        assertEquals(
                9,
                Arrays.stream(Neighbour.values())
                        .map(neighbour -> text(bodies, neighbour, text))
                        .distinct()
                        .count());

        String time = "expirationTime";
        assertTrue(text(bodies, Neighbour.EARLIER, time).endsWith("T09:59:59Z"));
        assertTrue(text(bodies, Neighbour.EXACT, time).endsWith("T10:00:00Z"));
        assertTrue(text(bodies, Neighbour.AFTER, time).endsWith("T10:00:01Z"));
        assertFalse(
                bodies.get(List.of(Neighbour.values()).indexOf(Neighbour.BARE)).has(time));
    }

    private static String text(List<ObjectNode> bodies, Neighbour neighbour, String property) {
        return bodies.get(List.of(Neighbour.values()).indexOf(neighbour))
                .path(property)
                .asString("");
    }
}
