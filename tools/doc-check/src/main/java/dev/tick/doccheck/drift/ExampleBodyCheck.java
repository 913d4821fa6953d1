package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.Example;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Json;
import dev.tick.spec.validation.NotJsonException;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Validates the body of an example. */
final class ExampleBodyCheck {
    /** Of a whole object its beginning is enough. */
    private static final int MAX_SHOWN = 60;

    private final Validator validator;
    private final String place;
    private final Subject sender;
    private final DocumentedOperation side;
    private final DriftCollector drifts;

    ExampleBodyCheck(
            Validator validator, String place, Subject sender, DocumentedOperation side, DriftCollector drifts) {
        this.validator = validator;
        this.place = place;
        this.sender = sender;
        this.side = side;
        this.drifts = drifts;
    }

    /** Tells every violation; the body, if it is JSON. */
    Optional<JsonNode> judge(Example example, String schema) {
        JsonNode body;
        try {
            body = Json.read(example.body().text().getBytes(StandardCharsets.UTF_8));
        } catch (NotJsonException e) {
            drifts.unread(
                    example.line(),
                    place + ", body",
                    "no JSON: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
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
                    SchemaLocation.reached(violation.schema(), side.edition().contract()));
        }
        return Optional.of(body);
    }

    private static String shown(Violation violation) {
        String got = violation.got();
        if (violation.keyword().equals("additionalProperties")) {
            return "one";
        }
        return got.length() > MAX_SHOWN ? got.substring(0, MAX_SHOWN) + "..." : got;
    }
}
