package dev.tick.conformance.check;

import dev.tick.conformance.exchange.Pause;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.sample.Defects;
import dev.tick.conformance.sample.Samples;
import dev.tick.conformance.target.Target;
import dev.tick.conformance.target.TokenKind;
import dev.tick.spec.check.AlternateToken;
import dev.tick.spec.check.Check;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Register;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A conversation with one target: the sound requests of the contract, and what became of them. */
public final class Session {
    private final Contract contract;
    private final Register register;
    private final Validator validator;
    private final Target target;
    private final Samples samples;
    private final Defects defects;
    private final Exchanges exchanges;
    private final Pages pages;
    private final Names names;
    private final Past past;
    private int others;

    /**
     * Opens a conversation.
     *
     * @param pause waits when the target asks for it
     * @param run the run's id, part of everything that is sent
     * @throws IllegalArgumentException when the contract creates no resource
     */
    public Session(
            Contract contract,
            Register register,
            Validator validator,
            Target target,
            Sender sender,
            Pause pause,
            String run,
            Clock clock) {
        this.contract = contract;
        this.register = register;
        this.target = target;
        exchanges = new Exchanges(sender, pause, clock);
        pages = new Pages(exchanges, target.baseUrl().toString());
        this.validator = validator;
        samples = new Samples(contract, resource(), validator, run, clock);
        defects = new Defects(contract, validator, samples);
        names = new Names(resource(), samples);
        past = new Past(this, exchanges, validator);
    }

    Contract contract() {
        return contract;
    }

    Register register() {
        return register;
    }

    Target target() {
        return target;
    }

    Samples samples() {
        return samples;
    }

    Defects defects() {
        return defects;
    }

    /** What requests and answers call an entity. */
    Names names() {
        return names;
    }

    /** What became of the requests so far. */
    Past past() {
        return past;
    }

    Resource resource() {
        return contract.resource()
                .orElseThrow(() -> new IllegalArgumentException(contract.source()
                                .file() + ": no operation has 'x-tick-effect: create', so there is nothing to check"));
    }

    /** How many requests were sent so far. */
    public int requests() {
        return exchanges.requests();
    }

    /** All that took place so far, in their order. */
    public List<Exchange> exchanges() {
        return exchanges.all();
    }

    /** The place of an exchange in that order; the first is 1. */
    public int number(Exchange exchange) {
        return exchanges.number(exchange);
    }

    /** When its answer came, by our clock. */
    Instant answered(Exchange exchange) {
        return exchanges.answered(exchange);
    }

    /** The first sound submit, by which a run begins. */
    public Exchange reach() {
        return create(samples.firstExample());
    }

    boolean has(Effect effect) {
        return target.capabilities().contains(effect)
                && contract.operation(effect).isPresent();
    }

    /** The operation that a check is asked of. */
    Operation operation(Check check) {
        return contract.operation(check.operation());
    }

    /** The token that a request carries in place of the sound one; it must be at hand. */
    String token(AlternateToken token) {
        return target.token(TokenKind.of(token)).orElseThrow();
    }

    Operation operation(Effect effect) {
        return contract.operation(effect)
                .orElseThrow(() -> new IllegalStateException("the contract has no operation that is to " + effect));
    }

    /** The names of the sound requests of an operation; those that carry no body have one, without a name of its own. */
    List<String> examples(Operation operation) {
        return operation.requestExamples().isEmpty()
                ? List.of(samples.firstExample())
                : List.copyOf(operation.requestExamples().keySet());
    }

    /** Whether an example of an operation has a property. */
    boolean sends(Operation operation, String example, String property) {
        return Optional.ofNullable(operation.requestExamples().get(example))
                .filter(body -> body.has(property))
                .isPresent();
    }

    /** Creates an entity like this example, once. */
    Exchange create(String example) {
        return create("sound", example);
    }

    /** Creates an entity of its own for a purpose, once. */
    Exchange create(String purpose, String example) {
        Operation create = operation(Effect.CREATE);
        return exchange(
                "create " + purpose + " " + example,
                () -> message(create, "").withBody(samples.fresh(create, example)));
    }

    /** The entity that sound and unsound changes are aimed at; it is created once. */
    Exchange forChanges() {
        return create("for changes", samples.firstExample());
    }

    /** The sound request of an operation, sent once. */
    Exchange sound(Operation operation, String example) {
        return switch (effect(operation)) {
            case CREATE -> create(example);
            case LIST ->
                exchange("list", () -> {
                    create(samples.firstExample());
                    return message(operation, "");
                });
            case READ -> exchange("read " + example, () -> message(operation, names.address(create(example))));
            case CHANGE, CREATE_MANY, REMOVE, REMOVE_MANY ->
                exchange(operation.id() + " " + example, () -> soundMessage(operation, example));
        };
    }

    /** A sound request of an operation, fresh where it creates. */
    Request soundMessage(Operation operation, String example) {
        return switch (effect(operation)) {
            case CREATE, CREATE_MANY -> message(operation, "").withBody(samples.fresh(operation, example));
            case LIST -> message(operation, "");
            case READ -> message(operation, names.address(create(samples.firstExample())));
            case CHANGE -> message(operation, names.address(forChanges())).withBody(samples.fresh(operation, example));
            case REMOVE -> message(operation, names.address(another()));
            case REMOVE_MANY ->
                message(operation, "").withBody(addressed(operation, samples.fresh(operation, example)));
        };
    }

    /** A request of an operation with this body; what it removes is there. */
    Request withBody(Operation operation, String example, ObjectNode body) {
        return effect(operation) == Effect.REMOVE_MANY
                ? message(operation, "").withBody(addressed(operation, body))
                : soundMessage(operation, example).withBody(body);
    }

    /** An entity of its own, of which nothing is known but that it was created. */
    Exchange another() {
        others++;
        return create("number " + others, samples.firstExample());
    }

    /** The body with entities of their own in place of those that the contract's examples name. */
    private ObjectNode addressed(Operation operation, ObjectNode body) {
        Set<String> named = operation.requestExamples().values().stream()
                .flatMap(example -> Bodies.items(example).stream())
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        Map<String, String> there = new HashMap<>();
        ObjectNode changed = body.deepCopy();
        for (Map.Entry<String, JsonNode> property : body.properties()) {
            if (property.getValue().isArray()) {
                ArrayNode items = changed.putArray(property.getKey());
                property.getValue()
                        .forEach(item -> items.add(
                                item.isString() && named.contains(item.asString())
                                        ? JsonNodeFactory.instance.stringNode(
                                                there.computeIfAbsent(item.asString(), key -> names.address(another())))
                                        : item));
            }
        }
        return changed;
    }

    /**
     * A property of a request that takes any text, at the first submit and at every other.
     *
     * @throws IllegalArgumentException when there is none
     */
    String freeText(Operation operation) {
        return contract.at(operation.requestSchema().orElseThrow() + "/properties").propertyNames().stream()
                .filter(property -> !resource().again().containsKey(property))
                .filter(property -> samples.telling(operation, property, "").isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(operation.id() + " takes no free text"));
    }

    /** A sound request that would be noticed if it took effect: a change to other values than those of the sound change. */
    Request otherMessage(Operation operation, String example, String name) {
        Request message = soundMessage(operation, example);
        if (effect(operation) != Effect.CHANGE) {
            return message;
        }
        ObjectNode body = samples.fresh(operation, example);
        for (String property : List.copyOf(body.propertyNames())) {
            body.set(property, samples.other(operation, body, property));
        }
        for (String property : contract.at(operation.requestSchema().orElseThrow() + "/properties")
                .propertyNames()) {
            Optional<JsonNode> text = samples.telling(operation, property, name);
            if (text.isPresent()) {
                body.set(property, text.get());
                break;
            }
        }
        return message.withBody(body);
    }

    /** The sound request of an operation once more, when all others were sent. */
    Exchange last(Operation operation, String example) {
        return exchange("last " + operation.id(), () -> soundMessage(operation, example));
    }

    /** A request with the sound token and without a body. */
    Request message(Operation operation, String identity) {
        String authorization = "Bearer " + target.token(TokenKind.SOUND).orElse("");
        Request message =
                Request.of(operation.method(), operation.pathFor(identity), Map.of("Authorization", authorization));
        return operation.requestSchema().isPresent() ? message.with("Content-Type", "application/json") : message;
    }

    /** Sends a request once; later calls with the same key get the same exchange. */
    Exchange exchange(String key, Supplier<Request> message) {
        return exchanges.take(key, message);
    }

    /** The entities of a list, from all of its pages. */
    Stream<JsonNode> entities(Exchange list) {
        return pages.entities(list);
    }

    /** Whether an operation got its documented success: the status, and the entity that was asked for. */
    boolean succeeded(Operation operation, Exchange exchange) {
        Optional<Response> response = exchange.response();
        if (response.isEmpty() || !successes(operation, response.get())) {
            return false;
        }
        JsonNode answer = response.get().json();
        return switch (effect(operation)) {
            case LIST ->
                // A list tells nothing where nothing could be created.
                answer.valueStream().anyMatch(JsonNode::isArray) && succeeded(operation(Effect.CREATE), reach());
            case CREATE -> samples.identity(answer).equals(names.identity(exchange));
            case READ, CHANGE ->
                operation
                        .pathFor(answer.path(resource().address()).asString(""))
                        .equals(exchange.request().url());
            case CREATE_MANY -> Imported.of(contract, exchange).isWhole(names.identities(exchange.request()));
            case REMOVE, REMOVE_MANY -> past.aimsAtSomething(operation, exchange);
        };
    }

    /** Whether a status is one of the documented successes. */
    static boolean successes(Operation operation, Response response) {
        return response.status() / 100 == 2
                && operation.answer(response.status()).isPresent();
    }

    /** How the answer breaks the contract. */
    List<Violation> violations(Operation operation, Exchange exchange) {
        List<Violation> found = new ArrayList<>();
        exchange.response().ifPresent(response -> found.addAll(validator.answer(operation, response)));
        return found;
    }

    Effect effect(Operation operation) {
        return operation
                .effect()
                .orElseThrow(() -> new IllegalStateException(operation.id() + " needs an x-tick-effect to be checked"));
    }
}
