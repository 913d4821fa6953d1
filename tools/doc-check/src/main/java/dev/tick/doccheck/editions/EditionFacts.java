package dev.tick.doccheck.editions;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The facts of one contract, formatted for a comparison. */
record EditionFacts(Specification specification) {
    String name() {
        return specification.name();
    }

    /** Returns method, path and the documented success statuses of the operation with an effect. */
    String operation(Effect effect) {
        return contract()
                .operation(effect)
                .map(operation -> "`" + operation.method() + " " + operation.path() + "` → " + successes(operation))
                .orElse(MarkdownTable.NOTHING);
    }

    private static String successes(Operation operation) {
        return operation.responses().stream()
                .map(answer -> answer.status())
                .filter(status -> status / 100 == 2)
                .map(String::valueOf)
                .collect(Collectors.joining(" or "));
    }

    /** Returns the roles and scopes of which an operation requires one. */
    String permissions(Effect effect) {
        return contract()
                .operation(effect)
                .map(operation -> Stream.concat(
                                operation.tokens().roles().stream().map(role -> "application `" + role + "`"),
                                operation.tokens().scopes().stream().map(scope -> "user `" + scope + "`"))
                        .collect(Collectors.joining(", ")))
                .orElse(MarkdownTable.NOTHING);
    }

    /** Returns the limits of an operation: calls, items of lists, numbers in the query. */
    String limits(Effect effect) {
        Optional<Operation> operation = contract().operation(effect);
        if (operation.isEmpty()) {
            return MarkdownTable.NOTHING;
        }
        List<String> limits = new ArrayList<>();
        operation
                .get()
                .limits()
                .forEach(limit ->
                        limits.add(limit.calls() + " calls in " + limit.window().toSeconds() + " s"));
        operation.get().requestSchema().map(schema -> contract().at(schema + "/properties")).stream()
                .flatMap(JsonNode::propertyStream)
                .filter(property -> property.getValue().has("maxItems"))
                .forEach(property ->
                        limits.add(property.getValue().path("minItems").asInt(0) + " to "
                                + property.getValue().path("maxItems").asInt() + " items"));
        operation.get().query().forEach((option, schema) -> {
            if (schema.has("maximum")) {
                limits.add("`" + option + "` at most " + schema.path("maximum").asInt());
            }
        });
        return limits.isEmpty() ? MarkdownTable.NOTHING : String.join(", ", limits);
    }

    /** Returns the names of the submitted properties, in document order. */
    List<String> submitted() {
        return List.copyOf(contract().at(submission() + "/properties").propertyNames());
    }

    /** Returns the names of an entity's properties, in document order. */
    List<String> held() {
        return resource().properties();
    }

    /** Returns this contract's name for a property of another: the identities correspond, others by equal names. */
    Optional<String> counterpart(EditionFacts other, String name, List<String> names) {
        String own = name.equals(other.resource().identity()) ? resource().identity() : name;
        return Optional.of(own).filter(names::contains);
    }

    /** Returns name and type of a property, and whether it is required. */
    String property(String name) {
        String pointer = submission() + "/properties/" + LocatedDocument.segment(name);
        boolean required = contract()
                .at(submission() + "/required")
                .valueStream()
                .anyMatch(one -> one.asString("").equals(name));
        List<String> values = values(name);
        String type = values.isEmpty() ? type(pointer) : "one of " + values.size() + " values";
        return "`" + name + "`: " + type + (required ? ", required" : "");
    }

    /** Returns the enumerated values of a submitted property; empty if there are none. */
    List<String> values(String name) {
        String pointer = submission() + "/properties/" + LocatedDocument.segment(name);
        return Stream.of("/enum", "/$ref/enum", "/anyOf/0/enum", "/anyOf/0/$ref/enum")
                .map(below -> contract().at(pointer + below))
                .filter(JsonNode::isArray)
                .findFirst()
                .map(list -> list.valueStream().map(JsonNode::asString).toList())
                .orElse(List.of());
    }

    private String type(String pointer) {
        JsonNode schema = contract().at(pointer);
        JsonNode type = schema.path("type");
        String word = type.isArray() ? type.path(0).asString("") : type.asString("any");
        return schema.has("format") ? schema.path("format").asString() : word;
    }

    /** Returns the effect of a changed value in a resubmit, by property. */
    String again() {
        return resource().resubmitRules().entrySet().stream()
                .map(property -> "`" + property.getKey() + "`: " + MarkdownTable.word(property.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Returns the property that addresses an entity in paths. */
    String address() {
        return "`" + resource().address() + "`";
    }

    /** Returns the error codes of refusals. */
    Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        contract().operations().stream()
                .flatMap(operation -> operation.responses().stream())
                .forEach(answer -> answer.code().ifPresent(codes::add));
        collect(contract().source().root(), codes);
        return codes;
    }

    private static void collect(JsonNode node, Set<String> codes) {
        node.path("x-tick-refusals")
                .forEach(refusal -> codes.add(refusal.path("code").asString()));
        node.forEach(below -> collect(below, codes));
    }

    /** Returns the base URLs. */
    Set<String> hosts() {
        return new TreeSet<>(contract()
                .source()
                .root()
                .path("servers")
                .valueStream()
                .map(server -> server.path("url").asString())
                .toList());
    }

    /** Returns the rows of the register. */
    List<Requirement> rows() {
        return specification.register().requirements();
    }

    /** Returns the kinds of checks in the register. */
    Set<String> kinds() {
        return rows().stream()
                .flatMap(row -> row.check().stream())
                .map(check -> check.title())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Contract contract() {
        return specification.contract();
    }

    private Resource resource() {
        return contract().resource().orElseThrow();
    }

    private String submission() {
        return contract()
                .operation(Effect.CREATE)
                .flatMap(Operation::requestSchema)
                .orElseThrow();
    }
}
