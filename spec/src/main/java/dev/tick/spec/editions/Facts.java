package dev.tick.spec.editions;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.register.Edition;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.source.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What one contract says, in the words of a comparison. */
record Facts(Edition edition) {
    String name() {
        return edition.name();
    }

    /** Method, path, and the documented successes of the operation with an effect. */
    String operation(Effect effect) {
        return contract()
                .operation(effect)
                .map(operation -> "`" + operation.method() + " " + operation.path() + "` → " + successes(operation))
                .orElse(Table.NOTHING);
    }

    private static String successes(Operation operation) {
        return operation.answers().stream()
                .map(answer -> answer.status())
                .filter(status -> status / 100 == 2)
                .map(String::valueOf)
                .collect(Collectors.joining(" or "));
    }

    /** The roles and scopes of which an operation asks for one. */
    String permissions(Effect effect) {
        return contract()
                .operation(effect)
                .map(operation -> Stream.concat(
                                operation.tokens().roles().stream().map(role -> "application `" + role + "`"),
                                operation.tokens().scopes().stream().map(scope -> "user `" + scope + "`"))
                        .collect(Collectors.joining(", ")))
                .orElse(Table.NOTHING);
    }

    /** The limits of an operation's own, of its lists, and of its numbers. */
    String limits(Effect effect) {
        Optional<Operation> operation = contract().operation(effect);
        if (operation.isEmpty()) {
            return Table.NOTHING;
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
        return limits.isEmpty() ? Table.NOTHING : String.join(", ", limits);
    }

    /** The names of what is submitted, in the order of the document. */
    List<String> submitted() {
        return List.copyOf(contract().at(submission() + "/properties").propertyNames());
    }

    /** The names of what an entity holds, in the order of the document. */
    List<String> held() {
        return resource().properties();
    }

    /** Under what name this contract has what another one calls so: identities are the same, all else goes by its name. */
    Optional<String> counterpart(Facts other, String name, List<String> names) {
        String own = name.equals(other.resource().identity()) ? resource().identity() : name;
        return Optional.of(own).filter(names::contains);
    }

    /** Whether a property is required, and what it takes. */
    String property(String name) {
        String pointer = submission() + "/properties/" + YamlSource.segment(name);
        boolean required = contract()
                .at(submission() + "/required")
                .valueStream()
                .anyMatch(one -> one.asString("").equals(name));
        List<String> values = values(name);
        String type = values.isEmpty() ? type(pointer) : "one of " + values.size() + " values";
        return "`" + name + "`: " + type + (required ? ", required" : "");
    }

    /** The listed values of a property of the submission; empty for one that lists none. */
    List<String> values(String name) {
        String pointer = submission() + "/properties/" + YamlSource.segment(name);
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

    /** What becomes of another value at a second submit, by property. */
    String again() {
        return resource().again().entrySet().stream()
                .map(property -> "`" + property.getKey() + "`: " + Table.word(property.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** What stands for an entity in paths. */
    String address() {
        return "`" + resource().address() + "`";
    }

    /** The codes that refusals have. */
    Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        contract().operations().stream()
                .flatMap(operation -> operation.answers().stream())
                .forEach(answer -> answer.code().ifPresent(codes::add));
        collect(contract().source().root(), codes);
        return codes;
    }

    private static void collect(JsonNode node, Set<String> codes) {
        node.path("x-tick-refusals")
                .forEach(refusal -> codes.add(refusal.path("code").asString()));
        node.forEach(below -> collect(below, codes));
    }

    /** The hosts. */
    Set<String> hosts() {
        return new TreeSet<>(contract()
                .source()
                .root()
                .path("servers")
                .valueStream()
                .map(server -> server.path("url").asString())
                .toList());
    }

    /** The rows of the register. */
    List<Requirement> rows() {
        return edition.register().requirements();
    }

    /** The kinds of checks that the register asks for. */
    Set<String> kinds() {
        return rows().stream()
                .flatMap(row -> row.check().stream())
                .map(check -> check.title())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Contract contract() {
        return edition.contract();
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
