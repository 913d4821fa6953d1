package dev.tick.conformance.conversation;

import dev.tick.conformance.exchange.HttpDate;
import dev.tick.conformance.exchange.InFlight;
import dev.tick.conformance.exchange.Lanes;
import dev.tick.conformance.exchange.Pause;
import dev.tick.conformance.exchange.Reach;
import dev.tick.conformance.exchange.RetryingSender;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.sample.BodyDefects;
import dev.tick.conformance.sample.Horizon;
import dev.tick.conformance.sample.NoFreshValueException;
import dev.tick.conformance.sample.Samples;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.check.AlternateToken;
import dev.tick.spec.check.Check;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Offer;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Register;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * A conversation with one target: sends each request of a run once, and decides whether it succeeded. Not thread-safe; work that goes
 * side by side goes in its lanes.
 */
public final class Conversation {
    private static final int CONFLICT = 409;

    /** The effects that the last list of a run shows. */
    private static final List<Effect> LASTING =
            List.of(Effect.CREATE, Effect.CREATE_MANY, Effect.CHANGE, Effect.REMOVE, Effect.REMOVE_MANY);

    /** The statuses of a path that is not served, and of a method that it does not take (RFC 9110, sections 15.5.5, 15.5.6, 15.6.2). */
    private static final Set<Integer> NOT_OFFERED = Set.of(404, 405, 501);

    /** The statuses by which a server may decline what it has done already (RFC 9110, sections 15.5.5, 15.5.10 and 15.5.11). */
    private static final Set<Integer> DONE_ALREADY = Set.of(404, CONFLICT, 410);

    private final Contract contract;
    private final Register register;
    private final Validator validator;
    private final Target target;
    private final Samples samples;
    private final BodyDefects defects;
    private final Requests requests;
    private final RetryingSender sender;
    private final Lanes lanes;
    private final ExchangeCache exchanges;
    private final EntityLists lists;
    private final EntityNames names;
    private final SuccessRules rules;
    private final History history;
    private final VariedSubmits varied;
    private final VariedImport variedImport;
    private final Clock clock;
    private final Pause pause;
    private int others;

    /**
     * Opens a conversation.
     *
     * @param pause waits when the target asks for it
     * @param inFlight how many requests may be in flight together
     * @param run the run's id, part of everything that is sent
     * @throws IllegalArgumentException when the contract creates no resource
     */
    public Conversation(
            Contract contract,
            Register register,
            Validator validator,
            Target target,
            Sender sender,
            Pause pause,
            InFlight inFlight,
            String run,
            Clock clock) {
        this(contract, register, validator, target, sender, pause, inFlight, run, clock, Horizon.FAR);
    }

    /**
     * Opens a conversation whose samples end within a horizon.
     *
     * @throws IllegalArgumentException when the contract creates no resource
     */
    public Conversation(
            Contract contract,
            Register register,
            Validator validator,
            Target target,
            Sender sender,
            Pause pause,
            InFlight inFlight,
            String run,
            Clock clock,
            Horizon horizon) {
        this.contract = contract;
        this.register = register;
        this.validator = validator;
        this.target = target;
        this.clock = clock;
        this.pause = pause;
        this.sender = new RetryingSender(sender, pause, clock);
        lanes = new Lanes(this.sender, inFlight);
        exchanges = new ExchangeCache(lanes, this::reach, this::probe);
        lists = new EntityLists(
                this,
                new ListPager(
                        exchanges,
                        target.baseUrl(),
                        contract,
                        entity -> entity.path(resource().address()).asString(""),
                        list -> history().kept(list.request().authorization())));
        samples = new Samples(
                contract, resource(), validator, run, clock, new HeldIdentities(this)::availability, horizon);
        defects = new BodyDefects(contract, validator, samples);
        requests = new Requests(contract, resource(), target, samples);
        names = new EntityNames(resource(), samples);
        rules = new SuccessRules(contract, resource(), samples, names);
        history = new History(contract, resource(), exchanges, validator, names, rules);
        varied = new VariedSubmits(this);
        variedImport = new VariedImport(this);
    }

    /** Returns the contract. */
    public Contract contract() {
        return contract;
    }

    /** Returns the contract's register. */
    public Register register() {
        return register;
    }

    /** Returns the target. */
    public Target target() {
        return target;
    }

    /** Returns the maker of sound bodies. */
    public Samples samples() {
        return samples;
    }

    /** Returns the maker of bodies with one defect. */
    public BodyDefects defects() {
        return defects;
    }

    /** Returns the names of entities in requests and responses. */
    public EntityNames names() {
        return names;
    }

    /** Returns the builder of requests. */
    public Requests requests() {
        return requests;
    }

    /** Returns the lists of the target. */
    public EntityLists lists() {
        return lists;
    }

    /** Returns the history of the conversation so far. */
    public History history() {
        return history;
    }

    /** Returns the submits whose properties have values of many kinds, and what follows them. */
    public VariedSubmits varied() {
        return varied;
    }

    /** Returns the batch of what was submitted alone. */
    public VariedImport variedImport() {
        return variedImport;
    }

    /**
     * Returns what the contract's operations act on.
     *
     * @throws IllegalArgumentException when the contract creates nothing
     */
    public Resource resource() {
        return contract.resource()
                .orElseThrow(() -> new IllegalArgumentException(contract.source()
                                .file() + ": no operation has 'x-tick-effect: create', so there is nothing to check"));
    }

    /** Returns the lanes in which cases go side by side. */
    public Lanes lanes() {
        return lanes;
    }

    /** Returns how many requests were sent so far. */
    public int sent() {
        return sender.requests();
    }

    /** Returns how many exchanges took place so far; a request that was repeated for want of a response, or of quota, counts once. */
    public int exchanged() {
        return exchanges.size();
    }

    /** Returns all that took place so far, in their order. */
    public List<Exchange> exchanges() {
        return exchanges.all();
    }

    /** Returns the place of an exchange in that order; the first is 1. */
    public int number(Exchange exchange) {
        return exchanges.number(exchange);
    }

    /** Returns a time that neither our clock nor the target's, as its first response tells it, is behind. */
    public Instant earliestNow() {
        Instant now = clock.instant();
        return reach().response().flatMap(HttpDate::of).filter(now::isAfter).orElse(now);
    }

    /** Returns the time of the target's clock, as its latest response tells it; ours where none does. */
    public Instant targetNow() {
        List<Exchange> all = exchanges();
        return all.isEmpty()
                ? clock.instant()
                : all.get(all.size() - 1).response().flatMap(HttpDate::of).orElseGet(clock::instant);
    }

    /** Returns the later of the target's time and ours: what ends later than this has not ended. */
    public Instant latestNow() {
        Instant now = clock.instant();
        Instant target = targetNow();
        return target.isAfter(now) ? target : now;
    }

    /**
     * Waits until the target's clock shows a time.
     *
     * @param reason what is waited for, for people
     */
    public void waitUntil(Instant time, String reason) {
        Duration rest = Duration.between(targetNow(), time);
        if (rest.compareTo(Duration.ZERO) > 0) {
            pause.pause(rest, reason);
        }
    }

    /** Returns whether the contract has an operation with this effect, and the target the capability. */
    public boolean has(Effect effect) {
        return target.capabilities().contains(effect)
                && contract.operation(effect).isPresent();
    }

    /**
     * Returns whether the target does not have an operation that it need not have: the sound request for what is there is answered
     * as if nothing were served there.
     */
    public boolean isNotOffered(Operation operation) {
        return operation.offer() == Offer.OPTIONAL
                && has(effect(operation))
                && sound(operation, example(operation))
                        .response()
                        .filter(response -> NOT_OFFERED.contains(response.status()))
                        .isPresent();
    }

    /** Returns whether the target has the operation with this effect, as far as the contract lets it lack one. */
    public boolean serves(Effect effect) {
        return has(effect) && !isNotOffered(operation(effect));
    }

    /** Returns the operation that a check is asked of. */
    public Operation operation(Check check) {
        return contract.operation(check.operation());
    }

    /**
     * Returns the token that a request carries in place of the sound one.
     *
     * @throws java.util.NoSuchElementException when it is not at hand
     */
    public String token(AlternateToken token) {
        return target.token(TokenKind.of(token)).orElseThrow();
    }

    /**
     * Returns the operation with this effect.
     *
     * @throws IllegalStateException when the contract has none
     */
    public Operation operation(Effect effect) {
        return contract.operation(effect)
                .orElseThrow(() -> new IllegalStateException("the contract has no operation that is to " + effect));
    }

    /** Returns the effect of an operation that is to be checked. */
    public static Effect effect(Operation operation) {
        return operation
                .effect()
                .orElseThrow(() -> new IllegalStateException(operation.id() + " needs an x-tick-effect to be checked"));
    }

    /** Returns a sound request of an operation, fresh where it creates; what it reads, changes or removes is there. */
    public Request soundRequest(Operation operation, String example) {
        return switch (effect(operation)) {
            case CREATE, CREATE_MANY -> requests.like(operation, "", example);
            case LIST -> requests.bare(operation, "");
            case READ -> requests.bare(operation, names.address(own()));
            case CHANGE -> requests.like(operation, names.address(forChanges()), example);
            case REMOVE -> requests.bare(operation, names.address(another()));
            case REMOVE_MANY -> withBody(operation, example, samples.fresh(operation, example));
        };
    }

    /** Returns a request of an operation with this body; what it removes is there. */
    public Request withBody(Operation operation, String example, ObjectNode body) {
        return effect(operation) == Effect.REMOVE_MANY
                ? requests.bare(operation, "")
                        .withBody(requests.addressed(operation, body, () -> names.address(another())))
                : soundRequest(operation, example).withBody(body);
    }

    /** Returns a sound request that would be noticed if it took effect: a change to other values than those of the sound change. */
    public Request otherRequest(Operation operation, String example, String text) {
        Request request = soundRequest(operation, example);
        return effect(operation) == Effect.CHANGE
                ? request.withBody(requests.otherBody(operation, example, text))
                : request;
    }

    /** Returns a sound body of an operation that removes nothing, whatever a target makes of it. */
    public ObjectNode unaimed(Operation operation, String example) {
        ObjectNode body = samples.sent(operation, example);
        return effect(operation) == Effect.REMOVE_MANY
                ? requests.addressed(operation, body, names::unusedAddress)
                : body;
    }

    /**
     * Returns a removal that is to be refused for its token alone. All of an operation are aimed at the same entities: what one of
     * them removes all the same is missed in the list for all of them.
     */
    public Request removalToRefuse(Operation operation, String example) {
        return removalOf(
                operation, example, number -> create("for refusing " + operation.id() + " " + number, mainExample()));
    }

    /**
     * Returns a removal of entities that are made for it.
     *
     * @param created makes the entity of this number, counted from 1
     */
    public Request removalOf(Operation operation, String example, IntFunction<Exchange> created) {
        AtomicInteger number = new AtomicInteger();
        Supplier<String> address = () -> names.address(created.apply(number.incrementAndGet()));
        return effect(operation) == Effect.REMOVE_MANY
                ? requests.bare(operation, "")
                        .withBody(requests.addressed(operation, samples.fresh(operation, example), address))
                : requests.bare(operation, address.get());
    }

    /** Sends a request once; later calls with this key return the first exchange. */
    public Exchange exchange(String key, Supplier<Request> request) {
        return exchanges.take(key, request);
    }

    /** Returns a sound submit like the one by which a run begins; sends nothing. */
    public Request firstRequest() {
        return requests.like(operation(Effect.CREATE), "", samples.firstExample());
    }

    /** Sends the first sound submit, by which a run begins. */
    public Exchange reach() {
        return create(samples.firstExample());
    }

    /** Creates the entity that is used where only its existence matters, once: like the first example that the target takes. */
    public Exchange own() {
        return create(mainExample());
    }

    /** Returns the name of the create operation's first example that the target takes. */
    public String mainExample() {
        return example(operation(Effect.CREATE), example -> true);
    }

    /** Returns the name of an operation's first example that the target takes; the first of all where it takes none. */
    public String example(Operation operation) {
        return example(operation, example -> true);
    }

    /**
     * Returns the name of an operation's first example that fits and that the target takes; the first that fits where it takes none.
     *
     * @throws java.util.NoSuchElementException when none fits
     */
    public String example(Operation operation, Predicate<String> fitting) {
        List<String> examples = requests.examples(submitting(operation)).stream()
                .filter(fitting)
                .toList();
        return examples.stream()
                .filter(example -> isTaken(operation, example))
                .findFirst()
                .orElseGet(() -> examples.stream().findFirst().orElseThrow());
    }

    /**
     * Returns an example, or the first other one that fits where the target does not take it: a target that has reason to decline one
     * is told so by the row on its submits, and stays testable by the others.
     */
    public String standIn(Operation operation, String example, Predicate<String> fitting) {
        return isTaken(operation, example)
                ? example
                : requests.examples(submitting(operation)).stream()
                        .filter(fitting)
                        .filter(other -> isTaken(operation, other))
                        .findFirst()
                        .orElse(example);
    }

    /** Returns the operation whose examples an operation depends on: its own, or those of the submit of what it acts on. */
    public Operation submitting(Operation operation) {
        return operation.requestExamples().isEmpty() ? operation(Effect.CREATE) : operation;
    }

    /** Returns whether the target created an entity like an example. */
    boolean takes(String example) {
        Operation create = operation(Effect.CREATE);
        return isTaken(create, example) && succeeded(create, create(example));
    }

    private boolean isTaken(Operation operation, String example) {
        try {
            Operation submit = submitting(operation);
            Exchange exchange = sound(submit, example);
            boolean partly = effect(submit) == Effect.CREATE_MANY
                    && exchange.accepted()
                    && BatchAnswer.of(contract, exchange).results().stream().anyMatch(BatchAnswer.Result::failed);
            boolean updated = isDoubtful(exchange) && !rules.succeeded(submit, exchange);
            return !exchange.declined() && !partly && !updated;
        } catch (NoFreshValueException e) {
            return false;
        }
    }

    /** Creates an entity like each example that the target takes, once. */
    public List<Exchange> createAll() {
        return takenExamples().stream().map(this::create).toList();
    }

    /** Returns the names of the examples of a submit that the target takes. */
    public List<String> takenExamples() {
        Operation create = operation(Effect.CREATE);
        return requests.examples(create).stream()
                .filter(example -> isTaken(create, example))
                .toList();
    }

    /** Removes what this run's probes left on the target, where the contract has a way. */
    public void cleanUp() {
        new CleanUp(this).run();
    }

    /**
     * Returns whether an entity of before this run may explain the answer to a sound submit: it was taken, as an update is, or met
     * a conflict. No such entity explains another refusal, or none of both.
     */
    public boolean isDoubtful(Exchange exchange) {
        boolean explained = exchange.accepted()
                || exchange.response()
                        .filter(response -> response.status() == CONFLICT)
                        .isPresent();
        return explained
                && history.isSound(exchange)
                && names.identities(exchange.request()).stream().anyMatch(samples::isDoubtful);
    }

    /**
     * Returns whether a request was sent twice for want of a response, and the second answer is what one gets who asks for what is done
     * already: a removal of what is gone, or a submit of what is there.
     */
    public boolean isDoneTwice(Exchange exchange) {
        return sender.isRepeated(exchange)
                && !exchange.request().method().equals("GET")
                && exchange.response()
                        .filter(response -> DONE_ALREADY.contains(response.status()))
                        .isPresent();
    }

    /** Returns what a request looks at: a GET of anything but one entity shows what others do as well. */
    private Reach reach(Request request) {
        boolean whole = request.method().equals("GET")
                && contract.operation(Effect.READ)
                        .flatMap(read -> read.match(request.path()))
                        .isEmpty();
        return whole ? Reach.ALL : Reach.OWN;
    }

    private Request probe() {
        return requests.like(operation(Effect.CREATE), "", samples.firstExample());
    }

    /** Creates an entity like this example, once. */
    public Exchange create(String example) {
        return create("sound", example);
    }

    /** Creates an entity of its own for a purpose, once. */
    public Exchange create(String purpose, String example) {
        return exchange(
                "create " + purpose + " " + example, () -> requests.like(operation(Effect.CREATE), "", example));
    }

    /** Creates the entity that sound and unsound changes are aimed at, once. */
    public Exchange forChanges() {
        return create("for changes", mainExample());
    }

    /** Creates an entity that no other case uses. */
    public Exchange another() {
        others++;
        return create("number " + others, mainExample());
    }

    /** Sends the sound request of an operation, once. */
    public Exchange sound(Operation operation, String example) {
        return switch (effect(operation)) {
            case CREATE -> create(example);
            case LIST ->
                exchange("list", () -> {
                    own();
                    return requests.bare(operation, "");
                });
            case READ -> exchange("read " + example, () -> requests.bare(operation, names.address(create(example))));
            case CHANGE, CREATE_MANY, REMOVE, REMOVE_MANY ->
                exchange(operation.id() + " " + example, () -> soundRequest(operation, example));
        };
    }

    /** Sends the sound request of an operation once more, when all others were sent; the list after the others of these. */
    public Exchange last(Operation operation, String example) {
        if (effect(operation) == Effect.LIST) {
            LASTING.stream().filter(this::serves).map(this::operation).forEach(one -> last(one, example(one)));
        }
        return exchange("last " + operation.id(), () -> soundRequest(operation, example));
    }

    /** Returns whether an operation got its documented success: the status, and what was asked for. */
    public boolean succeeded(Operation operation, Exchange exchange) {
        return rules.succeeded(operation, exchange)
                && switch (effect(operation)) {
                    // A list proves nothing where nothing could be created.
                    case LIST -> rules.succeeded(operation(Effect.CREATE), own());
                    case REMOVE, REMOVE_MANY -> history.aimsAtSomething(operation, exchange);
                    case CREATE, READ, CHANGE, CREATE_MANY -> true;
                };
    }

    /** Returns the violations of the contract in the response of an exchange; none where no response came. */
    public List<Violation> violations(Operation operation, Exchange exchange) {
        return exchange.response()
                .map(response -> validator.response(operation, response))
                .orElse(List.of());
    }
}
