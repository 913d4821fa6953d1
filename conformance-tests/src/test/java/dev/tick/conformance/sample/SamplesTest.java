package dev.tick.conformance.sample;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Register;
import dev.tick.spec.validation.Validator;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SamplesTest {
    /** A server may want a URL where an example has one, although the contract takes any text there. */
    @ParameterizedTest
    @ValueSource(strings = {"indicators", "tiindicators"})
    void keepsUrls(String name) {
        Contract contract = Contract.load(name);
        Validator validator = new Validator(contract, Register.load(name, contract), Clock.systemUTC());
        Samples samples = new Samples(
                contract,
                contract.resource().orElseThrow(),
                validator,
                "0123abcd",
                Clock.systemUTC(),
                value -> Availability.FREE);
        Operation create = contract.operation(Effect.CREATE).orElseThrow();
        int urls = 0;
        for (String example : create.requestExamples().keySet()) {
            JsonNode given = create.requestExamples().get(example);
            ObjectNode fresh = samples.fresh(create, example);
            for (String property : given.propertyNames()) {
                if (given.path(property).asString("").matches("[a-z]+://.*")) {
                    urls++;
                    assertTrue(isUrl(fresh.path(property)), property + ": " + fresh.path(property));
                    JsonNode other = samples.other(create, fresh, property);
                    assertTrue(isUrl(other), property + ": " + other);
                }
            }
        }
        assertTrue(urls > 0, name);
    }

    private static boolean isUrl(JsonNode value) {
        return URI.create(value.asString()).getHost() != null;
    }
}
