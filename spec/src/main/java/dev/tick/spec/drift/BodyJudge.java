package dev.tick.spec.drift;

import dev.tick.spec.http.Body;
import dev.tick.spec.page.Example;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Validates the body of an example. */
final class BodyJudge {
    /** Of a whole object its beginning is enough. */
    private static final int MAX_SHOWN = 60;

    private final Validator validator;
    private final String place;
    private final Subject sender;
    private final ContractSide side;
    private final Drifts drifts;

    BodyJudge(Validator validator, String place, Subject sender, ContractSide side, Drifts drifts) {
        this.validator = validator;
        this.place = place;
        this.sender = sender;
        this.side = side;
        this.drifts = drifts;
    }

    /** Tells every violation; the body, if it is JSON. */
    Optional<JsonNode> judge(Example example, String schema) {
        Body body = Body.of(example.body().text());
        if (body.problem().isPresent()) {
            drifts.unread(
                    example.line(),
                    place + ", body",
                    "no JSON: " + body.problem().get().replaceAll("\\s+", " "),
                    "JSON",
                    sender,
                    SchemaPlace.of(schema));
            return Optional.empty();
        }
        JsonLines lines = JsonLines.of(example.body());
        for (Violation violation : validator.body(sender, schema, body)) {
            drifts.changed(
                    lines.of(violation.location()),
                    place + " " + (violation.location().isEmpty() ? "body" : violation.location()),
                    shown(violation),
                    violation.expected(),
                    sender,
                    SchemaPlace.reached(violation.schema(), side.edition().contract()));
        }
        return Optional.of(body.json());
    }

    private static String shown(Violation violation) {
        String got = violation.got();
        if (violation.keyword().equals("additionalProperties")) {
            return "one";
        }
        return got.length() > MAX_SHOWN ? got.substring(0, MAX_SHOWN) + "..." : got;
    }
}
