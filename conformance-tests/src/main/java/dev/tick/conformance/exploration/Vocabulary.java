package dev.tick.conformance.exploration;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.model.ServiceRules;
import dev.tick.conformance.sample.SampleKind;
import dev.tick.conformance.sample.SoundValue;
import dev.tick.conformance.sample.ValueKinds;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.document.LocatedDocument;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The words of sequences: the examples of a contract, the kinds of value of their properties, and what a list can be asked. */
final class Vocabulary {
    private final Conversation conversation;
    private final ServiceRules rules;
    private final ValueKinds kinds;
    private final Map<String, Map<String, List<String>>> known = new HashMap<>();
    private final Map<Integer, JsonNode> marks = new HashMap<>();
    private final Optional<String> marked;

    Vocabulary(Conversation conversation, ServiceRules rules) {
        this.conversation = conversation;
        this.rules = rules;
        kinds = conversation.samples().kinds();
        marked = findMarked();
    }

    private Contract contract() {
        return conversation.contract();
    }

    Resource resource() {
        return conversation.resource();
    }

    Operation operation(Effect effect) {
        return contract().operation(effect).orElseThrow();
    }

    List<String> examples(Effect effect) {
        return conversation.requests().examples(operation(effect));
    }

    /** Returns the names of the kinds of value that a property of an example can have. */
    Map<String, List<String>> kinds(Effect effect, String example) {
        return known.computeIfAbsent(effect + " " + example, key -> read(operation(effect), example));
    }

    private Map<String, List<String>> read(Operation operation, String example) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        ObjectNode body = conversation.samples().outline(operation, example);
        for (String property : body.propertyNames()) {
            // Another listed value beside the others of an example may be one that a target has reason to refuse.
            boolean decides = rules.decidesResubmits(property);
            List<String> names = decides
                    ? List.of()
                    : kinds.of(operation, body, property).stream()
                            .map(SoundValue::name)
                            .distinct()
                            .toList();
            if (!names.isEmpty()) {
                all.put(property, names);
            }
        }
        return all;
    }

    /** Returns a body with values of these kinds; where one does not fit any more, the plain value stays. */
    ObjectNode body(Operation operation, Draft draft) {
        ObjectNode body = conversation.samples().fresh(operation, draft.example());
        draft.kinds()
                .forEach((property, name) ->
                        kinds.named(operation, body, property, name).ifPresent(value -> body.set(property, value)));
        return body;
    }

    /** Returns whether the server gives the number by which paths name an entity, so that none can be made up. */
    boolean isNumbered() {
        return rules.isNumbered();
    }

    /** Returns the property that bears the mark of a sequence: a free text that lists can be filtered by, for which a page says so. */
    Optional<String> marked() {
        return marked;
    }

    private Optional<String> findMarked() {
        Operation create = operation(Effect.CREATE);
        return resource().filterable().stream()
                .filter(rules::isFiltered)
                .filter(property -> !rules.decidesResubmits(property))
                .filter(property -> contract()
                        .at(create.requestSchema().orElseThrow() + "/properties")
                        .has(property))
                .filter(property -> conversation
                        .samples()
                        .distinguishing(create, property, "")
                        .isPresent())
                .max(Comparator.comparingLong(property -> examples(Effect.CREATE).stream()
                        .filter(example -> conversation.requests().sends(create, example, property))
                        .count()));
    }

    /** Returns a mark of this number: another kind of text for each sequence. */
    JsonNode mark(String property, int number) {
        return marks.computeIfAbsent(number, key -> newMark(property, key));
    }

    private JsonNode newMark(String property, int number) {
        Operation create = operation(Effect.CREATE);
        ObjectNode body =
                conversation.samples().outline(create, examples(Effect.CREATE).get(0));
        List<JsonNode> texts = kinds.of(create, body, property).stream()
                .filter(one -> one.kind() != SampleKind.LONG)
                .map(SoundValue::value)
                .toList();
        String text = texts.get(number % texts.size()).asString("");
        return JsonNodeFactory.instance.stringNode(text + " " + number);
    }

    /** Returns the properties that a query may compare, in the order of the document. */
    List<String> comparable() {
        return resource().filterable().stream()
                .filter(property -> !marked().equals(Optional.of(property)))
                .filter(property -> !type(property).contains("array"))
                .toList();
    }

    /** Returns whether the value of a property is known of an entity like an example: it is sent, or the server tells it at once. */
    boolean isKnown(String property, String example) {
        ServerValue value = resource().serverValues().get(property);
        return value == ServerValue.TIME
                || value == ServerValue.CALLER
                || conversation.requests().sends(operation(Effect.CREATE), example, property);
    }

    /** Returns whether a property of the entity is a time. */
    boolean isTime(String property) {
        return contract().at(entity(property)).path("format").asString("").equals("date-time");
    }

    private String type(String property) {
        return contract().at(entity(property)).path("type").toString();
    }

    private String entity(String property) {
        return operation(Effect.CREATE).success().schema().orElseThrow() + "/properties/"
                + LocatedDocument.segment(property);
    }
}
