package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.Example;
import dev.tick.doccheck.page.Property;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.util.List;
import java.util.Optional;

/** Compares a page about the entity: its properties, their types and values, and its example. */
final class EntityComparer {
    private static final String EXAMPLE = "example";

    private final Specification specification;
    private final Validator validator;

    EntityComparer(Specification specification, Validator validator) {
        this.specification = specification;
        this.validator = validator;
    }

    /** Returns the drifts of a page of which the register speaks under this name. */
    List<Drift> compare(DocumentationPage page, String name) {
        Optional<Operation> creating = specification.contract().operation(Effect.CREATE);
        if (page.properties().isMissing() || creating.isEmpty()) {
            return List.of();
        }
        DocumentedOperation documented = new DocumentedOperation(specification, creating.get(), Optional.of(name));
        DriftCollector drifts = new DriftCollector(page.file(), documented);
        creating.get()
                .success()
                .schema()
                .map(schema -> SchemaLocation.of(schema).said(specification.contract()))
                .map(entity -> SchemaLocation.of(entity.direct()))
                .ifPresent(entity -> {
                    properties(page, entity, documented, drifts);
                    page.representation().facts().forEach(example -> example(example, entity, documented, drifts));
                });
        return drifts.all();
    }

    private static void properties(
            DocumentationPage page, SchemaLocation entity, DocumentedOperation documented, DriftCollector drifts) {
        if (page.properties().facts().isEmpty()) {
            drifts.notCompared(page.properties(), "properties", entity);
        }
        SchemaLocation properties = entity.below("properties");
        for (Property property : page.properties().facts()) {
            if (documented.at(properties).has(property.name())) {
                new PropertyComparer(entity, property, Subject.SERVER, documented, drifts).compareType();
                submitted(property, documented, drifts);
            } else {
                drifts.added(property.line(), BodyComparer.place(property.name()), Subject.SERVER, properties);
            }
        }
    }

    /** Compares the listed values with those that may be submitted: what is read may be any text, since new values come. */
    private static void submitted(Property property, DocumentedOperation documented, DriftCollector drifts) {
        documented
                .operation()
                .requestSchema()
                .map(schema -> documented.said(SchemaLocation.of(schema).below("properties", property.name())))
                .filter(schema -> documented.at(schema).has("enum"))
                .ifPresent(schema -> new PropertyComparer(schema, property, Subject.SERVER, documented, drifts)
                        .values(schema.below("enum")));
    }

    private void example(
            Example example, SchemaLocation entity, DocumentedOperation documented, DriftCollector drifts) {
        new ExampleBodyCheck(validator, EXAMPLE, Subject.SERVER, documented, drifts)
                .check(example, entity.direct())
                .ifPresent(json -> new ExampleEntity(EXAMPLE, JsonLines.of(example.body()), documented, drifts)
                        .known(json, entity));
    }
}
