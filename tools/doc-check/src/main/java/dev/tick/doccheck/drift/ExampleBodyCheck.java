package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.Example;
import dev.tick.spec.http.Body;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The validation of an example's body. */
final class ExampleBodyCheck {
    /** Maximum number of characters of a value in a message. */
    private static final int MAX_SHOWN = 60;

    private final Validator validator;
    private final String place;
    private final Subject sender;
    private final DocumentedOperation documented;
    private final DriftCollector drifts;

    ExampleBodyCheck(
            Validator validator, String place, Subject sender, DocumentedOperation documented, DriftCollector drifts) {
        this.validator = validator;
        this.place = place;
        this.sender = sender;
        this.documented = documented;
        this.drifts = drifts;
    }

    /** Reports every violation; returns the body if it is JSON. */
    Optional<JsonNode> check(Example example, String schema) {
        Body body = Body.of(example.body().text());
        if (body.problem().isPresent()) {
            drifts.notCompared(
                    example.line(),
                    place + ", body",
                    "no JSON: " + body.problem().get().replaceAll("\\s+", " "),
                    "JSON",
                    sender,
                    SchemaLocation.of(schema));
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
                    SchemaLocation.reached(
                            violation.schema(), documented.specification().contract()));
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
