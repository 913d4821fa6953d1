package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.Presence;
import dev.tick.doccheck.page.Property;
import dev.tick.spec.register.Subject;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Compares a property that page and contract both have. */
final class PropertyComparer {
    private final SchemaLocation schema;
    private final Property property;
    private final Subject subject;
    private final DocumentedOperation documented;
    private final DriftCollector drifts;
    private final String place;

    PropertyComparer(
            SchemaLocation schema,
            Property property,
            Subject subject,
            DocumentedOperation documented,
            DriftCollector drifts) {
        this.subject = subject;
        this.schema = schema;
        this.property = property;
        this.documented = documented;
        this.drifts = drifts;
        place = BodyComparer.place(property.name());
    }

    void compare() {
        required();
        compareType();
    }

    /** Compares type, item type and values. */
    void compareType() {
        SchemaLocation said = documented.said(schema.below("properties", property.name()));
        Optional<ValueKind> own = ValueKind.of(documented.at(said));
        Optional<ValueKind> listed = ValueKind.named(property.type())
                .map(kind -> kind == ValueKind.STRING && !property.values().isEmpty() ? ValueKind.ENUM : kind);
        if (own.isPresent() && !own.equals(listed) && !isOpenList(own.get(), listed)) {
            drifts.changed(
                    property.line(),
                    place + ", type",
                    property.type().isEmpty() ? "none" : property.type(),
                    own.get().word(),
                    subject,
                    said);
        } else if (own.equals(Optional.of(ValueKind.ENUM))) {
            values(said.below("enum"));
        } else if (own.equals(Optional.of(ValueKind.ARRAY))) {
            items(documented.said(said.below("items")));
        }
    }

    /** Returns whether the page has a list of values where the contract has any text: new values come in answers. */
    private boolean isOpenList(ValueKind own, Optional<ValueKind> listed) {
        return subject == Subject.SERVER && own == ValueKind.STRING && listed.equals(Optional.of(ValueKind.ENUM));
    }

    /** Compares the item type, where the page has a word for it. An entity's name stands for an object. */
    private void items(SchemaLocation items) {
        Optional<ValueKind> own = ValueKind.of(documented.at(items));
        Optional<String> listed = ValueKind.item(property.type());
        if (own.isPresent()
                && listed.isPresent()
                && own.get() != ValueKind.named(listed.get()).orElse(ValueKind.OBJECT)) {
            drifts.changed(
                    property.line(),
                    place + ", type",
                    property.type(),
                    ValueKind.ARRAY.word() + " of " + own.get().word(),
                    subject,
                    items);
        }
    }

    private void required() {
        SchemaLocation required = schema.below("required");
        Optional<SchemaLocation> own = BodyComparer.position(documented.at(required), property.name())
                .map(i -> required.below(String.valueOf(i)));
        if (own.isEmpty() && property.need() == Presence.REQUIRED) {
            drifts.changed(property.line(), place + ", required", "yes", "no", Subject.CLIENT, required);
        }
        own.filter(at -> property.need() == Presence.OPTIONAL && documented.isDocumented(Subject.CLIENT, at))
                .ifPresent(
                        at -> drifts.changed(property.line(), place + ", required", "no", "yes", Subject.CLIENT, at));
    }

    void values(SchemaLocation list) {
        List<String> own =
                documented.at(list).valueStream().map(JsonNode::asString).toList();
        if (property.values().isEmpty()) {
            drifts.notCompared(property.line(), place + ", values", "none", String.join(", ", own), subject, list);
            return;
        }
        for (String value : property.values()) {
            if (!own.contains(value)) {
                drifts.added(property.line(), place + ", value " + value, subject, list);
            }
        }
        for (String value : own) {
            if (!property.values().contains(value) && documented.isDocumented(subject, list)) {
                drifts.removed(property.line(), place + ", value " + value, subject, list);
            }
        }
    }
}
