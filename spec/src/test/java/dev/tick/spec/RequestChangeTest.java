package dev.tick.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.AlternateToken;
import dev.tick.spec.check.BodyEdit;
import dev.tick.spec.check.Check;
import dev.tick.spec.check.HeaderEdit;
import dev.tick.spec.check.ListCheck;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.check.RequestDefect;
import dev.tick.spec.check.RequestFacts;
import dev.tick.spec.check.Resubmission;
import dev.tick.spec.check.ServerValueCheck;
import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Specification;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a check sends and what a fault looks for are one value: what is made is recognised, and the sound request is not. */
class RequestChangeTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A token whose claims name scopes, as a signed-in user's does. */
    private static final String USER_TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzY3AiOiJUaS5SZWFkV3JpdGUifQ.c2lnbmF0dXJl";

    private static final String SOUND_TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJyb2xlcyI6WyJUaSJdfQ.c2lnbmF0dXJl";

    /** A request with nothing else to tell of. */
    private record Facts(Request request, Optional<RequestDefect> tokenDefect, Optional<JsonNode> before)
            implements RequestFacts {
        Facts(Request request) {
            this(request, Optional.empty(), Optional.empty());
        }

        @Override
        public boolean isSound() {
            return tokenDefect.isEmpty();
        }

        @Override
        public List<String> brokenConstraints() {
            return List.of();
        }
    }

    static Stream<Arguments> alterations() {
        List<Arguments> found = new ArrayList<>();
        for (Specification specification : Specification.all()) {
            specification
                    .register()
                    .checked()
                    .forEach(row -> alteration(row.check().orElseThrow())
                            .filter(one -> !one.isNone())
                            .ifPresent(one -> found.add(Arguments.of(
                                    row.id(),
                                    specification.contract(),
                                    row.check().orElseThrow().operation(),
                                    one))));
        }
        return found.stream();
    }

    private static Optional<Alteration> alteration(Check check) {
        if (check instanceof RequestCheck request) {
            return request.change() instanceof Alteration alteration ? Optional.of(alteration) : Optional.empty();
        }
        if (check instanceof SuccessCheck.PropertyEchoed echo) {
            return Optional.of(echo.alteration());
        }
        if (check instanceof ListCheck.NotListedForOthers hidden) {
            return Optional.of(hidden.alteration());
        }
        return check instanceof ServerValueCheck.ServerValueNotFromClient named
                ? Optional.of(named.alteration())
                : Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void anAlterationOfARegisterIsRecognisedWhereItWasMade(
            String row, Contract contract, String id, Alteration alteration) {
        Operation operation = contract.operation(id);
        Request sound = sound(operation, alteration);
        assertFalse(alteration.matches(new Facts(sound)), sound.toString());
        Request altered = alteration.apply(sound, token -> USER_TOKEN);
        // Of other applications' tokens, nothing in the request tells what they are.
        boolean visible = alteration
                .token()
                .filter(token -> token != AlternateToken.DELEGATED)
                .isEmpty();
        assertEquals(visible, alteration.matches(new Facts(altered)), altered.toString());
    }

    private static Request sound(Operation operation, Alteration alteration) {
        Request request = Request.of(
                operation.method(), operation.pathFor("x"), Map.of("Authorization", "Bearer " + SOUND_TOKEN));
        return operation.requestExamples().values().stream()
                .filter(example -> alteration.needs().stream().allMatch(example::has))
                .findFirst()
                .map(example ->
                        request.with("Content-Type", "application/json").withBody(lengthened(example, alteration)))
                .orElse(request);
    }

    /** What a run sends carries the run's id, so that no text is as short as an example's. */
    private static ObjectNode lengthened(JsonNode example, Alteration alteration) {
        ObjectNode body = (ObjectNode) example.deepCopy();
        alteration.needs().forEach(name -> body.put(name, body.path(name).asString() + " of a run"));
        return body;
    }

    @ParameterizedTest
    @EnumSource
    void aDefectIsRecognisedWhereItWasMade(RequestDefect defect) {
        ObjectNode body = JSON.objectNode().put("title", "a");
        Request sound = Request.of("POST", "/a", Map.of("Authorization", "Bearer " + SOUND_TOKEN))
                .with("Content-Type", "application/json")
                .withBody(body);
        assertFalse(defect.matches(new Facts(sound)));
        Request broken = defect.apply(sound, token -> USER_TOKEN);
        assertFalse(broken.equals(sound));
        boolean ofToken = EnumSet.range(RequestDefect.NO_TOKEN, RequestDefect.TOKEN_FOR_OTHER_AUDIENCE)
                .contains(defect);
        Facts facts = new Facts(broken, ofToken ? Optional.of(defect) : Optional.empty(), Optional.empty());
        assertTrue(defect.matches(facts), broken.toString());
    }

    @Test
    void aSecondSubmitIsRecognisedByWhatItChanges() {
        ObjectNode first = JSON.objectNode().put("title", "a").put("action", "Alert");
        Resubmission other = new Resubmission(Map.of("title", JSON.stringNode("b")));
        Facts changed = submitted(other.apply(first), first);
        Facts same = submitted(Resubmission.UNCHANGED.apply(first), first);
        assertTrue(other.matches(changed));
        assertFalse(other.matches(same));
        assertTrue(Resubmission.UNCHANGED.matches(same));
        assertFalse(Resubmission.UNCHANGED.matches(changed));
        assertFalse(Resubmission.UNCHANGED.matches(new Facts(same.request())), "nothing was there before");
    }

    private static Facts submitted(ObjectNode body, ObjectNode before) {
        Request request = Request.of("POST", "/a", Map.of()).withBody(body);
        return new Facts(request, Optional.empty(), Optional.of(before));
    }

    /** Names of cases are made of it, and deviations and baselines name cases. */
    @Test
    void anAlterationIsWrittenAsTheRegisterAlwaysDid() {
        Alteration alteration = new Alteration(List.of(
                new BodyEdit.SetValues(Map.of("a", JSON.nullNode())),
                new BodyEdit.TimestampForm(Optional.of(2), Optional.of("+02:00")),
                new HeaderEdit.OtherToken(AlternateToken.OTHER_APPLICATION),
                new HeaderEdit.OtherScheme("bearer")));
        assertEquals(
                "{\"set\":{\"a\":null},\"fraction-digits\":2,\"offset\":\"+02:00\",\"as\":\"other-application\","
                        + "\"scheme\":\"bearer\"}",
                alteration.toString());
    }
}
