package dev.tick.conformance.exploration;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.model.Action;
import dev.tick.conformance.model.Condition;
import dev.tick.conformance.model.ListQuery;
import dev.tick.conformance.model.Principal;
import dev.tick.conformance.model.ServiceModel;
import dev.tick.conformance.model.Submission;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import dev.tick.spec.text.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the requests of one sequence of its steps: draws values, and remembers the entities. Not thread-safe. */
final class StepRequests {
    private final Conversation conversation;
    private final Vocabulary vocabulary;
    private final Principals callers;
    private final ServiceModel model;
    private final int sequence;
    private final Map<Integer, Drawn> drawn = new LinkedHashMap<>();
    private final Optional<String> marked;
    private int sent;

    StepRequests(
            Conversation conversation, Vocabulary vocabulary, Principals callers, ServiceModel model, int sequence) {
        this.conversation = conversation;
        this.vocabulary = vocabulary;
        this.callers = callers;
        this.model = model;
        this.sequence = sequence;
        marked = vocabulary.marked();
    }

    /**
     * The identity of an entity, which all drafts of its slot share.
     *
     * @param kind of the draft that it was first drawn for; empty for a plain one
     */
    private record Drawn(String identity, Optional<String> kind) {
        /** Returns an identity that was never submitted; no draft that a target took is like it. */
        static Drawn unused(String identity) {
            return new Drawn(identity, Optional.of("unused"));
        }
    }

    /**
     * A request that is to be sent.
     *
     * @param key its name in this run
     * @param action what it means to the model
     */
    record Prepared(String key, Action action, Request request) {}

    /** Returns the number of each entity so far, by its identity. */
    Map<String, Integer> slots() {
        return drawn.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getValue().identity(), Map.Entry::getKey));
    }

    /** Returns the request of a step; empty where nobody knows how to address what it is about. */
    Optional<Prepared> prepare(PlannedStep step) {
        Principal caller = callers.caller(step.caller());
        return switch (step.effect()) {
            case CREATE -> Optional.of(create(step, caller));
            case CREATE_MANY -> Optional.of(createMany(step, caller));
            case LIST -> list(step, caller);
            case READ -> read(step, caller);
            case CHANGE -> change(step, caller);
            case REMOVE, REMOVE_MANY -> remove(step, caller);
        };
    }

    private Prepared prepared(PlannedStep step, Action action, Request request) {
        sent++;
        String token = conversation.target().token(step.caller()).orElse("");
        return new Prepared(
                "exploration " + sequence + ", request " + sent,
                action,
                request.with("Authorization", "Bearer " + token));
    }

    private Request bare(Effect effect, String address) {
        return conversation.requests().bare(vocabulary.operation(effect), address);
    }

    private Prepared create(PlannedStep step, Principal caller) {
        Submission submission = submission(step.drafts().get(0));
        return prepared(
                step,
                new Action.Create(caller, submission),
                bare(Effect.CREATE, "").withBody(submission.body()));
    }

    private Prepared createMany(PlannedStep step, Principal caller) {
        Operation operation = vocabulary.operation(Effect.CREATE_MANY);
        List<Submission> submissions =
                step.drafts().stream().map(this::submission).toList();
        ObjectNode body = example(operation);
        ArrayNode items = body.putArray(Body.listName(body).orElseThrow());
        submissions.forEach(one -> items.add(one.body()));
        return prepared(
                step,
                new Action.CreateMany(caller, submissions),
                bare(Effect.CREATE_MANY, "").withBody(body));
    }

    private static ObjectNode example(Operation operation) {
        return (ObjectNode)
                operation.requestExamples().values().iterator().next().deepCopy();
    }

    private Submission submission(Draft draft) {
        Operation create = vocabulary.operation(Effect.CREATE);
        ObjectNode body = vocabulary.body(create, draft);
        String identity = vocabulary.resource().identity();
        Drawn own = drawn.computeIfAbsent(
                draft.slot(),
                slot -> new Drawn(
                        conversation.samples().identity(body),
                        Optional.ofNullable(draft.kinds().get(identity))));
        body.put(identity, own.identity());
        marked.ifPresent(property -> body.set(property, vocabulary.mark(property, sequence)));
        return new Submission(own.identity(), body, draft.shape(identity, own.kind()));
    }

    /** Returns the identity of an entity; one that was never submitted gets an identity of its own. */
    private String identity(int slot) {
        return drawn.computeIfAbsent(
                        slot, key -> Drawn.unused(conversation.samples().unused()))
                .identity();
    }

    private Optional<Prepared> read(PlannedStep step, Principal caller) {
        String identity = identity(step.slots().get(0));
        return model.address(identity)
                .map(address -> prepared(step, new Action.Read(caller, identity), bare(Effect.READ, address)));
    }

    private Optional<Prepared> change(PlannedStep step, Principal caller) {
        Draft draft = step.drafts().get(0);
        String identity = identity(draft.slot());
        ObjectNode body = vocabulary.body(vocabulary.operation(Effect.CHANGE), draft);
        return model.address(identity)
                .map(address -> prepared(
                        step,
                        new Action.Change(caller, identity, body, draft.shape()),
                        bare(Effect.CHANGE, address).withBody(body)));
    }

    private Optional<Prepared> remove(PlannedStep step, Principal caller) {
        List<String> named = step.slots().stream()
                .flatMap(slot -> Optional.ofNullable(drawn.get(slot)).stream())
                .map(Drawn::identity)
                .filter(identity -> model.address(identity).isPresent())
                .toList();
        if (named.isEmpty() || named.size() < step.slots().size()) {
            return Optional.empty();
        }
        List<String> addresses = named.stream()
                .map(identity -> model.address(identity).orElseThrow())
                .toList();
        Action action = new Action.Remove(caller, step.effect(), named);
        if (step.effect() == Effect.REMOVE) {
            return Optional.of(prepared(step, action, bare(Effect.REMOVE, addresses.get(0))));
        }
        ObjectNode body = example(vocabulary.operation(Effect.REMOVE_MANY));
        ArrayNode items = body.putArray(Body.listName(body).orElseThrow());
        addresses.forEach(items::add);
        return Optional.of(prepared(step, action, bare(Effect.REMOVE_MANY, "").withBody(body)));
    }

    private Optional<Prepared> list(PlannedStep step, Principal caller) {
        Wish wish = step.wish().orElseThrow();
        List<Condition> conditions = new ArrayList<>();
        if (wish.marking() == Wish.Marking.MARKED) {
            marked.ifPresent(property -> conditions.add(
                    new Condition.Comparison(property, Condition.Operator.EQ, vocabulary.mark(property, sequence))));
        }
        Optional<Condition> asked = wish.term().flatMap(this::condition);
        if (wish.term().isPresent() && asked.isEmpty()) {
            return Optional.empty();
        }
        asked.ifPresent(conditions::add);
        ListQuery query = new ListQuery(conditions.stream().reduce(Condition.And::new), wish.top(), wish.skip());
        Operation operation = vocabulary.operation(Effect.LIST);
        return Optional.of(prepared(
                step, new Action.ListAll(caller, query), bare(Effect.LIST, "").to(operation.path() + query.text())));
    }

    /** Returns the condition of a term; empty where nobody knows the value to compare with. */
    private Optional<Condition> condition(Term term) {
        if (term instanceof Term.Compared compared) {
            return literal(compared)
                    .map(literal -> new Condition.Comparison(compared.property(), compared.operator(), literal));
        }
        if (term instanceof Term.Both both) {
            return joined(condition(both.left()), condition(both.right()), Condition.And::new);
        }
        if (term instanceof Term.Either either) {
            return joined(condition(either.left()), condition(either.right()), Condition.Or::new);
        }
        return term instanceof Term.Opposite opposite
                ? condition(opposite.term()).map(Condition.Not::new)
                : Optional.empty();
    }

    private static Optional<Condition> joined(
            Optional<Condition> left, Optional<Condition> right, BinaryOperator<Condition> joint) {
        return left.isPresent() && right.isPresent()
                ? Optional.of(joint.apply(left.get(), right.get()))
                : Optional.empty();
    }

    private Optional<JsonNode> literal(Term.Compared compared) {
        return Optional.ofNullable(drawn.get(compared.slot())).stream()
                .flatMap(one -> model.values(one.identity(), compared.property()).stream())
                .findFirst()
                .filter(JsonNode::isValueNode)
                .map(value -> beside(value, compared.edge()));
    }

    private static JsonNode beside(JsonNode value, Term.Edge edge) {
        if (edge == Term.Edge.AT) {
            return value;
        }
        if (value.isBoolean()) {
            return JsonNodeFactory.instance.booleanNode(!value.asBoolean());
        }
        Optional<OffsetDateTime> time = Timestamp.read(value);
        int seconds = edge == Term.Edge.ABOVE ? 1 : -1;
        return JsonNodeFactory.instance.stringNode(
                time.map(at -> at.plusSeconds(seconds).toString()).orElse(value.asString("") + " and more"));
    }
}
