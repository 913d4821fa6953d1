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

/** Compares the request body: property names, types, values, and which are required. */
final class BodyComparer implements PageComparer {
    @Override
    public void compare(DocumentationPage page, DocumentedOperation documented, DriftCollector drifts) {
        List<Property> listed = page.body().facts();
        Optional<SchemaLocation> schema = documented.operation().requestSchema().map(SchemaLocation::of);
        if (schema.isEmpty()) {
            listed.forEach(property ->
                    drifts.added(property.line(), place(property.name()), Subject.CLIENT, documented.own()));
            return;
        }
        SchemaLocation properties = schema.get().below("properties");
        Map<String, Property> byName = listed.stream()
                .collect(Collectors.toMap(Property::name, property -> property, (first, second) -> first));
        if (listed.isEmpty()) {
            drifts.notCompared(
                    page.body(), String.join(", ", documented.at(properties).propertyNames()), schema.get());
            return;
        }
        for (Property property : listed) {
            if (documented.at(properties).has(property.name())) {
                new PropertyComparer(schema.get(), property, Subject.CLIENT, documented, drifts).compare();
            } else {
                drifts.added(property.line(), place(property.name()), Subject.CLIENT, properties);
                required(property, schema.get(), drifts);
            }
        }
        for (String name : documented.at(properties).propertyNames()) {
            SchemaLocation own = properties.below(name);
            if (!byName.containsKey(name)
                    && !documented.at(own).path("readOnly").asBoolean(false)
                    && documented.isDocumented(Subject.CLIENT, own)) {
                drifts.removed(page.body().line(), place(name), Subject.CLIENT, own);
            }
        }
    }

    /** Reports a new property; a required one breaks every client. */
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

    /** Returns the position of a name in the list of required ones. */
    static Optional<Integer> position(JsonNode required, String name) {
        for (int i = 0; i < required.size(); i++) {
            if (required.get(i).asString("").equals(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
