package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.Expectation;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The stub's answers to submits that no page speaks of; they are as the contract describes answers. */
class OpenQuestionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void leaveAnswersAndListAsTheContractDescribesThem(String name) throws IOException, InterruptedException {
        Specification specification = Specification.load(name);
        Contract contract = specification.contract();
        Operation create = contract.operation(Effect.CREATE).orElseThrow();
        Operation list = contract.operation(Effect.LIST).orElseThrow();
        Validator validator = new Validator(contract, specification.register(), Clock.systemUTC());
        try (StubServer stub = StubServer.start(StubConfig.of(name))) {
            Caller caller = new Caller(stub);
            int taken = 0;
            for (Alteration alteration : probes(specification, create)) {
                Request request = alteration.apply(sound(create, alteration), token -> "none");
                HttpResponse<String> answer = caller.send(
                        request.method(), request.url(), request.body().text());
                if (answer.statusCode() / 100 == 2) {
                    taken++;
                    assertEquals(
                            List.of(),
                            violations(validator, create.success().schema().orElseThrow(), answer),
                            () -> alteration + ": " + answer.body());
                }
            }
            assertTrue(taken >= 5, "few probes were taken: " + taken);
            HttpResponse<String> all = caller.send("GET", list.path(), "");
            assertEquals(
                    List.of(), violations(validator, list.success().schema().orElseThrow(), all), all::body);
        }
    }

    private static List<Violation> violations(Validator validator, String schema, HttpResponse<String> answer) {
        return validator.body(Subject.SERVER, schema, Caller.json(answer));
    }

    private static List<Alteration> probes(Specification specification, Operation create) {
        return specification.register().checked().stream()
                .map(Requirement::check)
                .flatMap(check -> check.stream())
                .filter(RequestCheck.class::isInstance)
                .map(RequestCheck.class::cast)
                .filter(check -> check.operation().equals(create.id()))
                .filter(check -> check.expectation() instanceof Expectation.Noted)
                .flatMap(check -> Stream.of(check.alteration()))
                .filter(alteration -> !alteration.isNone() && alteration.token().isEmpty())
                .toList();
    }

    /** Returns the first example that has what is altered; the first of all where none has. */
    private static Request sound(Operation create, Alteration alteration) {
        List<JsonNode> examples = List.copyOf(create.requestExamples().values());
        JsonNode example = examples.stream()
                .filter(body -> alteration.needs().stream().allMatch(body::has))
                .findFirst()
                .orElse(examples.get(0));
        return Request.of(create.method(), create.path(), Map.of()).withBody(example);
    }
}
