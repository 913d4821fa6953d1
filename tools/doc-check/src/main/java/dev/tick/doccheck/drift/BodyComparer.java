package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.Presence;
import dev.tick.doccheck.page.Property;
import dev.tick.spec.register.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The properties of the request: which there are, their types, values, and whether they are required. */
final class BodyComparer implements PageComparer {
    @Override
    public void compare(DocumentationPage page, DocumentedOperation side, DriftCollector drifts) {
        List<Property> listed = page.body().facts();
        Optional<SchemaLocation> schema = side.operation().requestSchema().map(SchemaLocation::of);
        if (schema.isEmpty()) {
            listed.forEach(
                    property -> drifts.added(property.line(), place(property.name()), Subject.CLIENT, side.own()));
            return;
        }
        SchemaLocation properties = schema.get().below("properties");
        Map<String, Property> byName = listed.stream()
                .collect(Collectors.toMap(Property::name, property -> property, (first, second) -> first));
        if (listed.isEmpty()) {
            drifts.unread(page.body(), String.join(", ", side.at(properties).propertyNames()), schema.get());
            return;
        }
        for (Property property : listed) {
            if (side.at(properties).has(property.name())) {
                new PropertyComparer(schema.get(), property, side, drifts).compare();
            } else {
                drifts.added(property.line(), place(property.name()), Subject.CLIENT, properties);
                required(property, schema.get(), drifts);
            }
        }
        for (String name : side.at(properties).propertyNames()) {
            SchemaLocation own = properties.below(name);
            if (!byName.containsKey(name)
                    && !side.at(own).path("readOnly").asBoolean(false)
                    && side.isDocumented(Subject.CLIENT, own)) {
                drifts.gone(page.body().line(), place(name), Subject.CLIENT, own);
            }
        }
    }

    /** A new property that must be sent breaks every client. */
    private static void required(Property property, SchemaLocation schema, DriftCollector drifts) {
        if (property.need() == Presence.REQUIRED) {
            drifts.changed(
                    property.line(),
                    place(property.name()) + ", required",
                    "yes",
                    "no",
                    Subject.CLIENT,
                    schema.below("required"));
        }
    }

    static String place(String name) {
        return "property " + name;
    }

    /** The position of a name among the required ones. */
    static Optional<Integer> position(JsonNode required, String name) {
        for (int i = 0; i < required.size(); i++) {
            if (required.get(i).asString("").equals(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
