package dev.tick.doccheck.drift;

import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Subject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares an example response beyond its schema, which lets new properties pass as a client must. */
final class ExampleEntity {
    private final String place;
    private final JsonLines lines;
    private final DocumentedOperation documented;
    private final DriftCollector drifts;
    private final Set<String> reported = new HashSet<>();

    ExampleEntity(String place, JsonLines lines, DocumentedOperation documented, DriftCollector drifts) {
        this.place = place;
        this.lines = lines;
        this.documented = documented;
        this.drifts = drifts;
    }

    void compare(JsonNode body, SchemaLocation schema) {
        known(body, schema);
        SchemaLocation properties = documented.said(schema).below("properties");
        for (String name : documented.at(properties).propertyNames()) {
            SchemaLocation property = properties.below(name);
            String at = place + " /" + LocatedDocument.segment(name);
            if (body.has(name)) {
                context(body.path(name), lines.of("/" + LocatedDocument.segment(name)), at, property);
            } else if (documented.isShown(property)) {
                drifts.removed(lines.of(""), at, Subject.SERVER, property);
            }
        }
    }

    /** Reports properties that the contract lacks; in a list each name once. */
    void known(JsonNode body, SchemaLocation schema) {
        known(body, schema, "");
    }

    private void known(JsonNode body, SchemaLocation schema, String pointer) {
        SchemaLocation said = documented.said(schema);
        for (int i = 0; body.isArray() && i < body.size(); i++) {
            known(body.get(i), said.below("items"), pointer + "/" + i);
        }
        SchemaLocation properties = said.below("properties");
        for (String name : body.propertyNames()) {
            String at = pointer + "/" + LocatedDocument.segment(name);
            if (documented.at(properties).has(name)) {
                known(body.path(name), properties.below(name), at);
            } else if (documented.at(properties).isObject() && reported.add(properties.direct() + "/" + name)) {
                drifts.added(lines.of(at), place + " " + at, Subject.SERVER, properties);
            }
        }
    }

    /** Compares the metadata URL, which names the kind of entity, with the examples in the contract. */
    private void context(JsonNode value, int line, String at, SchemaLocation property) {
        JsonNode schema = documented.at(property);
        JsonNode examples = schema.path("examples");
        if (ServerValue.of(schema).equals(Optional.of(ServerValue.CONTEXT))
                && examples.valueStream().noneMatch(value::equals)
                && !examples.isEmpty()) {
            drifts.changed(line, at, value.asString(""), examples.get(0).asString(""), Subject.SERVER, property);
        }
    }
}
