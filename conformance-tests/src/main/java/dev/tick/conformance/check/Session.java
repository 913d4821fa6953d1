package dev.tick.conformance.check;

import dev.tick.conformance.exchange.Exchange;
import dev.tick.conformance.exchange.Message;
import dev.tick.conformance.exchange.Response;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.sample.Defects;
import dev.tick.conformance.sample.Samples;
import dev.tick.conformance.target.Target;
import dev.tick.conformance.target.TokenKind;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Filling;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
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
    /** What an entity keeps that the target filled in. */
    private static final Set<Filling> LASTING =
            EnumSet.of(Filling.NUMBER, Filling.TIME, Filling.CALLER, Filling.CALLER_KIND);

    /** Below 2^31, since nobody says how wide a number is. */
    private static final String UNUSED_NUMBER = "2147483646";

    private final Contract contract;
    private final Register register;
    private final Validator validator;
    private final Target target;
    private final Clock clock;
    private final Samples samples;
    private final Defects defects;
    private final Exchanges exchanges;
    private final Pages pages;
    private int others;

    /**
     * Opens a conversation.
     *
     * @param run the run's id, part of everything that is sent
     * @throws IllegalArgumentException when the contract creates no resource
     */
    public Session(
            Contract contract,
            Register register,
            Validator validator,
            Target target,
            Sender sender,
            String run,
            Clock clock) {
        this.contract = contract;
        this.register = register;
        this.target = target;
        exchanges = new Exchanges(sender);
        pages = new Pages(exchanges, target.baseUrl().toString());
        this.clock = clock;
        this.validator = validator;
        samples = new Samples(contract, resource(), validator, run, clock);
        defects = new Defects(contract, validator, samples);
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

    Clock clock() {
        return clock;
    }

    Samples samples() {
        return samples;
    }

    Defects defects() {
        return defects;
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

    /** The first sound submit, by which a run begins. */
    public Exchange reach() {
        return create(samples.firstExample());
    }

    boolean has(Effect effect) {
        return target.capabilities().contains(effect)
                && contract.operation(effect).isPresent();
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
            case READ -> exchange("read " + example, () -> message(operation, address(create(example))));
            case CHANGE, CREATE_MANY, REMOVE, REMOVE_MANY ->
                exchange(operation.id() + " " + example, () -> soundMessage(operation, example));
        };
    }

    /** A sound request of an operation, fresh where it creates. */
    Message soundMessage(Operation operation, String example) {
        return switch (effect(operation)) {
            case CREATE, CREATE_MANY -> message(operation, "").withBody(samples.fresh(operation, example));
            case LIST -> message(operation, "");
            case READ -> message(operation, address(create(samples.firstExample())));
            case CHANGE -> message(operation, address(forChanges())).withBody(samples.fresh(operation, example));
            case REMOVE -> message(operation, address(another()));
            case REMOVE_MANY ->
                message(operation, "").withBody(addressed(operation, samples.fresh(operation, example)));
        };
    }

    /** A request of an operation with this body; what it removes is there. */
    Message withBody(Operation operation, String example, ObjectNode body) {
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
                                                there.computeIfAbsent(item.asString(), key -> address(another())))
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
    Message otherMessage(Operation operation, String example, String name) {
        Message message = soundMessage(operation, example);
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
    Message message(Operation operation, String identity) {
        String authorization = "Bearer " + target.token(TokenKind.SOUND).orElse("");
        Message message =
                Message.of(operation.method(), operation.pathFor(identity), Map.of("Authorization", authorization));
        return operation.requestSchema().isPresent() ? message.with("Content-Type", "application/json") : message;
    }

    /** Sends a request once; later calls with the same key get the same exchange. */
    Exchange exchange(String key, Supplier<Message> message) {
        return exchanges.take(key, message);
    }

    /** The identity that a request submitted. */
    String identity(Exchange created) {
        return samples.identity(body(created));
    }

    /** What stands in paths for the entity that a request created. */
    String address(Exchange created) {
        String address = resource().address();
        return address.equals(resource().identity())
                ? identity(created)
                : created.response()
                        .map(answer -> answer.json().path(address).asString(""))
                        .orElse("");
    }

    /** What could stand in a path, and stands for nothing. */
    String unusedAddress() {
        return resource().address().equals(resource().identity()) ? samples.unused() : UNUSED_NUMBER;
    }

    /** What each of these requests was to remove; nothing for one that names nothing. */
    List<String> addresses(Operation operation, Exchange exchange) {
        return switch (effect(operation)) {
            case REMOVE -> {
                String path = exchange.message().path();
                String segment = path.substring(path.lastIndexOf('/') + 1);
                yield List.of(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
            case REMOVE_MANY ->
                exchange.message().body().map(Bodies::items).orElse(List.of()).stream()
                        .map(item -> item.asString(""))
                        .toList();
            case CREATE, CREATE_MANY, LIST, READ, CHANGE -> List.of();
        };
    }

    /** The identities of all that a request submitted. */
    List<String> identities(Message message) {
        JsonNode body = message.body().orElse(JsonNodeFactory.instance.missingNode());
        return Stream.concat(Stream.of(body), Bodies.items(body).stream())
                .map(samples::identity)
                .filter(identity -> !identity.isEmpty())
                .toList();
    }

    /** What requests that were accepted were to remove. */
    Set<String> removed() {
        return contract.operations().stream()
                .filter(operation -> operation.effect().isPresent())
                .flatMap(operation -> exchanges.all().stream()
                        .filter(exchange -> exchange.message().method().equals(operation.method()))
                        .filter(Exchange::accepted)
                        .filter(exchange -> isOf(operation, exchange.message()))
                        .flatMap(exchange -> addresses(operation, exchange).stream()))
                .collect(Collectors.toSet());
    }

    private static boolean isOf(Operation operation, Message message) {
        int parameter = operation.path().indexOf('{');
        return parameter < 0
                ? message.path().equals(operation.path())
                : message.path().startsWith(operation.path().substring(0, parameter));
    }

    /** The body that a request carried. */
    ObjectNode body(Exchange exchange) {
        return exchange.message()
                .body()
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> new IllegalStateException(exchange.line() + " carried no JSON object"));
    }

    /** What an entity must hold as long as nobody changes it: what was submitted, and what the target filled in for good. */
    ObjectNode kept(Exchange created) {
        ObjectNode kept = body(created).deepCopy();
        JsonNode answered = created.response().map(Response::json).orElse(kept);
        resource().filled().forEach((name, filling) -> {
            if (LASTING.contains(filling) && answered.hasNonNull(name)) {
                kept.set(name, answered.path(name));
            }
        });
        return kept;
    }

    /** Whether an identity stood in the list before anything was refused, or was created by a request that was accepted. */
    boolean wasAcceptedOrThere(Operation create, String identity) {
        boolean there = entities(sound(operation(Effect.LIST), ""))
                .anyMatch(entity -> samples.identity(entity).equals(identity));
        return there
                || exchanges.all().stream()
                        .filter(exchange -> exchange.message().path().startsWith(create.path()))
                        .filter(Exchange::accepted)
                        .anyMatch(exchange -> isTaken(exchange, identity));
    }

    /** Whether a request that was accepted submitted an identity; of many, one that did not fail. */
    private boolean isTaken(Exchange exchange, String identity) {
        boolean failed = contract.operation(Effect.CREATE_MANY).isPresent()
                && Imported.of(contract, exchange)
                        .of(identity)
                        .filter(Imported.Result::failed)
                        .isPresent();
        return identities(exchange.message()).contains(identity) && !failed;
    }

    /** The entities of a list, from all of its pages. */
    Stream<JsonNode> entities(Exchange list) {
        return pages.entities(list);
    }

    /**
     * Every exchange of an operation so far whose body was sound and got the documented success; what a target makes of an
     * unsound one that it accepts, such as an expiration that has passed, is its own affair.
     */
    List<Exchange> successes(Operation operation) {
        String schema = operation.requestSchema().orElseThrow();
        return exchanges.all().stream()
                .filter(exchange -> exchange.message().method().equals(operation.method()))
                .filter(exchange -> exchange.message().path().equals(operation.path()))
                .filter(exchange -> exchange.message()
                        .body()
                        .filter(body ->
                                validator.body(Subject.CLIENT, schema, body).isEmpty())
                        .isPresent())
                .filter(exchange -> succeeded(operation, exchange))
                .toList();
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
            case CREATE -> samples.identity(answer).equals(identity(exchange));
            case READ, CHANGE ->
                operation
                        .pathFor(answer.path(resource().address()).asString(""))
                        .equals(exchange.message().path());
            case CREATE_MANY -> Imported.of(contract, exchange).isWhole(identities(exchange.message()));
            case REMOVE, REMOVE_MANY -> aimsAtSomething(operation, exchange);
        };
    }

    /** Whether a removal names what was created in this run: who removes nothing has removed nothing wrongly. */
    boolean aimsAtSomething(Operation operation, Exchange exchange) {
        List<String> addresses = addresses(operation, exchange);
        return !addresses.isEmpty() && created().containsAll(addresses);
    }

    /** What stands in paths for the entities that were created so far. */
    Set<String> created() {
        return successes(operation(Effect.CREATE)).stream()
                .map(this::address)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Whether a status is one of the documented successes. */
    static boolean successes(Operation operation, Response response) {
        return response.status() / 100 == 2
                && operation.answer(response.status()).isPresent();
    }

    /** How the answer breaks the contract. */
    List<Violation> violations(Operation operation, Exchange exchange) {
        List<Violation> found = new ArrayList<>();
        exchange.response()
                .ifPresent(response -> found.addAll(validator.answer(
                        operation, response.status(), response.header("Content-Type"), response.body())));
        return found;
    }

    Effect effect(Operation operation) {
        return operation
                .effect()
                .orElseThrow(() -> new IllegalStateException(operation.id() + " needs an x-tick-effect to be checked"));
    }
}
