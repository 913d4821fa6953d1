package dev.tick.spec.drift;

import dev.tick.spec.register.Subject;
import dev.tick.spec.source.YamlSource;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the body of a shown answer says beyond its schema, which lets new properties pass as a client must. */
final class ShownEntity {
    private final String place;
    private final JsonLines lines;
    private final ContractSide side;
    private final Drifts drifts;
    private final Set<String> told = new HashSet<>();

    ShownEntity(String place, JsonLines lines, ContractSide side, Drifts drifts) {
        this.place = place;
        this.lines = lines;
        this.side = side;
        this.drifts = drifts;
    }

    void compare(JsonNode body, SchemaPlace schema) {
        known(body, schema, "");
        SchemaPlace properties = side.said(schema).below("properties");
        for (String name : side.at(properties).propertyNames()) {
            SchemaPlace property = properties.below(name);
            String at = place + " /" + YamlSource.segment(name);
            if (body.has(name)) {
                context(body.path(name), lines.of("/" + YamlSource.segment(name)), at, property);
            } else if (side.isShown(property)) {
                drifts.gone(lines.of(""), at, Subject.SERVER, property);
            }
        }
    }

    /** Every property must be one of the contract's; of a list each strange name is told once. */
    private void known(JsonNode body, SchemaPlace schema, String pointer) {
        SchemaPlace said = side.said(schema);
        for (int i = 0; body.isArray() && i < body.size(); i++) {
            known(body.get(i), said.below("items"), pointer + "/" + i);
        }
        SchemaPlace properties = said.below("properties");
        for (String name : body.propertyNames()) {
            String at = pointer + "/" + YamlSource.segment(name);
            if (side.at(properties).has(name)) {
                known(body.path(name), properties.below(name), at);
            } else if (side.at(properties).isObject() && told.add(properties.direct() + "/" + name)) {
                drifts.added(lines.of(at), place + " " + at, Subject.SERVER, properties);
            }
        }
    }

    /** The URL of the metadata names what kind of entity it is: the contract knows it by its examples. */
    private void context(JsonNode value, int line, String at, SchemaPlace property) {
        JsonNode schema = side.at(property);
        JsonNode examples = schema.path("examples");
        if (schema.path("x-tick-server-value").asString("").equals("context")
                && examples.valueStream().noneMatch(value::equals)
                && !examples.isEmpty()) {
            drifts.changed(line, at, value.asString(""), examples.get(0).asString(""), Subject.SERVER, property);
        }
    }
}
