package dev.tick.stub.fault;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.document.LocatedDocument;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A kind of value that a submit may give to a property. */
enum SubmittedKind {
    /** Any text. */
    TEXT,
    /** A time. */
    TIME,
    /** A few words, of which examples have one and another that begins with it. */
    NESTED_WORDS,
    /** A few words, none of which begins with another. */
    WORDS,
    /** A list of texts. */
    LIST,
    /** Any other, or none. */
    OTHER;

    /** Returns the kind of a property; other for the identity, and for what only the server sets. */
    static SubmittedKind of(Contract contract, String property) {
        Operation create = contract.operation(Effect.CREATE).orElseThrow();
        String pointer = create.requestSchema().orElseThrow() + "/properties/" + LocatedDocument.segment(property);
        JsonNode schema = contract.at(contract.at(pointer).has("$ref") ? pointer + "/$ref" : pointer);
        String type = schema.path("type").toString();
        if (property.equals(contract.resource().orElseThrow().identity())) {
            return OTHER;
        }
        if (schema.path("format").asString("").equals("date-time")) {
            return TIME;
        }
        if (type.contains("array")
                && schema.path("items").path("type").asString("").equals("string")) {
            return LIST;
        }
        if (isLimited(contract, schema, pointer)) {
            return isNested(create, property) ? NESTED_WORDS : WORDS;
        }
        return type.contains("string")
                        && schema.path("anyOf").isMissingNode()
                        && schema.path("format").isMissingNode()
                        && schema.path("pattern").isMissingNode()
                ? TEXT
                : OTHER;
    }

    /** Returns the properties that take any text. */
    static List<String> texts(Contract contract) {
        return SubmittedProperties.of(contract).stream()
                .filter(name -> of(contract, name) == TEXT)
                .toList();
    }

    /** Returns the first property that takes any text, at the first submit and at every other. */
    static Optional<String> firstText(Contract contract) {
        Resource resource = contract.resource().orElseThrow();
        String schema = contract.operation(Effect.CREATE)
                .flatMap(Operation::requestSchema)
                .orElseThrow();
        return contract.at(schema + "/properties").propertyNames().stream()
                .filter(name -> !resource.resubmitRules().containsKey(name))
                .filter(name -> of(contract, name) == TEXT)
                .findFirst();
    }

    private static boolean isLimited(Contract contract, JsonNode schema, String pointer) {
        return schema.has("enum") || contract.at(pointer + "/anyOf/0/$ref/enum").isArray();
    }

    private static boolean isNested(Operation create, String property) {
        List<String> values = create.requestExamples().values().stream()
                .map(example -> example.path(property).asString(""))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        return values.stream()
                .anyMatch(value -> values.stream().anyMatch(other -> !other.equals(value) && other.startsWith(value)));
    }
}
