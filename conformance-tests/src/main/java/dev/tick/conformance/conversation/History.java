package dev.tick.conformance.conversation;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The history of a conversation. */
public final class History {
    private final Contract contract;
    private final Operation create;
    private final Resource resource;
    private final ExchangeCache exchanges;
    private final Validator validator;
    private final EntityNames names;
    private final SuccessRules rules;

    /** Whether the body of each exchange is sound; kept, since every later question is about all exchanges. */
    private final IdentityHashMap<Exchange, Boolean> sound = new IdentityHashMap<>();

    private final IdentityHashMap<Exchange, List<String>> named = new IdentityHashMap<>();
    private final IdentityHashMap<Exchange, List<String>> taken = new IdentityHashMap<>();
    private final UntilNext<List<Exchange>> creations = new UntilNext<>();
    private final UntilNext<Set<String>> soundIdentities = new UntilNext<>();
    private final UntilNext<Set<String>> created = new UntilNext<>();
    private final UntilNext<Set<String>> removals = new UntilNext<>();
    private final Map<Optional<String>, UntilNext<Set<String>>> byOthers = new HashMap<>();

    History(
            Contract contract,
            Resource resource,
            ExchangeCache exchanges,
            Validator validator,
            EntityNames names,
            SuccessRules rules) {
        this.contract = contract;
        create = contract.operation(Effect.CREATE).orElseThrow();
        this.resource = resource;
        this.exchanges = exchanges;
        this.validator = validator;
        this.names = names;
        this.rules = rules;
    }

    /**
     * Returns every submit so far that had a sound body and got the documented success: what a target does with an unsound one that
     * it accepts, such as an expiration that has passed, is not specified.
     */
    public List<Exchange> creations() {
        return creations.answer(exchanges.size(), this::findCreations);
    }

    private List<Exchange> findCreations() {
        return exchanges.all().stream()
                .filter(exchange -> exchange.request().method().equals(create.method()))
                .filter(exchange -> exchange.request().url().equals(create.path()))
                .filter(this::isSound)
                .filter(exchange -> names.isDrawn(names.identity(exchange)))
                .filter(exchange -> rules.succeeded(create, exchange))
                .toList();
    }

    /** Returns whether a request carried a body that honours the contract; a request to no operation of it did not. */
    public boolean isSound(Exchange exchange) {
        return sound.computeIfAbsent(exchange, this::honoursTheContract);
    }

    private boolean honoursTheContract(Exchange exchange) {
        return contract.operations().stream()
                .filter(operation ->
                        operation.method().equals(exchange.request().method()))
                .filter(operation -> operation.match(exchange.request().path()).isPresent())
                .flatMap(operation -> operation.requestSchema().stream())
                .findFirst()
                .flatMap(schema -> exchange.request()
                        .body()
                        .meant()
                        .filter(body ->
                                validator.body(Subject.CLIENT, schema, body).isEmpty()))
                .isPresent();
    }

    /** Returns the identities of this run that accepted requests submitted, and about which no other request than a sound one was sent. */
    public Set<String> sound() {
        return soundIdentities.answer(exchanges.size(), this::findSound);
    }

    private Set<String> findSound() {
        Set<String> identities = new HashSet<>();
        Set<String> unsound = new HashSet<>();
        for (Exchange exchange : exchanges.all()) {
            if (isSound(exchange)) {
                if (exchange.request().url().startsWith(create.path()) && exchange.accepted()) {
                    identities.addAll(taken(exchange));
                }
            } else if (!exchange.declined()) {
                unsound.addAll(named(exchange));
            }
        }
        identities.removeAll(unsound);
        identities.removeIf(identity -> !names.isDrawn(identity));
        return identities;
    }

    /** Returns the identities that requests with another token named, about which a caller that sees both may see two entities. */
    public Set<String> namedByOthers(Optional<String> authorization) {
        return byOthers.computeIfAbsent(authorization, caller -> new UntilNext<>())
                .answer(exchanges.size(), () -> findNamedByOthers(authorization));
    }

    private Set<String> findNamedByOthers(Optional<String> authorization) {
        return exchanges.all().stream()
                .filter(exchange -> !exchange.request().authorization().equals(authorization))
                .flatMap(exchange -> names.identities(exchange.request()).stream())
                .collect(Collectors.toSet());
    }

    /** Returns the credentials of all requests that named an identity. */
    public Map<String, Set<Optional<String>>> namers() {
        Map<String, Set<Optional<String>>> namers = new HashMap<>();
        for (Exchange exchange : exchanges.all()) {
            named(exchange)
                    .forEach(identity -> namers.computeIfAbsent(identity, name -> new HashSet<>())
                            .add(exchange.request().authorization()));
        }
        return namers;
    }

    /** Returns the identities that a request named, in its body or, where they are addresses, in its path. */
    private List<String> named(Exchange exchange) {
        return named.computeIfAbsent(exchange, this::findNamed);
    }

    private List<String> findNamed(Exchange exchange) {
        Stream<String> addressed = resource.address().equals(resource.identity())
                ? contract
                        .operation(Effect.CHANGE)
                        .filter(change ->
                                change.method().equals(exchange.request().method()))
                        .flatMap(change -> change.match(exchange.request().path()))
                        .flatMap(PathMatch::parameter)
                        .stream()
                : Stream.empty();
        return Stream.concat(names.identities(exchange.request()).stream(), addressed)
                .toList();
    }

    /**
     * Returns the path parameters of what accepted requests created although they were unsound, or under a name that every run
     * gives, and no removal named: what would be left of the probes.
     */
    public Set<String> leftByProbes() {
        Set<String> left = exchanges.all().stream()
                .filter(exchange -> exchange.request().url().startsWith(create.path()))
                .filter(Exchange::accepted)
                .filter(exchange -> !isSound(exchange)
                        || !names.identities(exchange.request()).stream().allMatch(names::isDrawn))
                .flatMap(this::addresses)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        left.removeAll(aimedAtByRemovals());
        return left;
    }

    /**
     * Returns the path parameters of what a submit or a batch submit created, as far as the response names what was submitted; an
     * id beside another name may be somebody else's.
     */
    private Stream<String> addresses(Exchange exchange) {
        boolean single = names.identities(exchange.request()).size() == 1
                && exchange.request().url().equals(create.path());
        if (single) {
            return Stream.of(exchange)
                    .filter(created -> rules.succeeded(create, created))
                    .map(names::address);
        }
        List<String> submitted = names.identities(exchange.request());
        return contract.operation(Effect.CREATE_MANY).isEmpty()
                ? Stream.empty()
                : BatchAnswer.of(contract, exchange).results().stream()
                        .filter(result -> submitted.contains(result.identity()))
                        .map(BatchAnswer.Result::number);
    }

    /** Returns whether a removal names entities of this run only, and at least one: removing nothing proves nothing. */
    public boolean aimsAtSomething(Operation operation, Exchange exchange) {
        List<String> addresses = names.addresses(operation, exchange);
        return !addresses.isEmpty() && created().containsAll(addresses);
    }

    /** Returns the path parameters of the entities that sound submits created so far, one by one and together. */
    public Set<String> created() {
        return created.answer(exchanges.size(), this::findCreated);
    }

    private Set<String> findCreated() {
        Stream<String> together = contract.operation(Effect.CREATE_MANY).stream()
                .flatMap(many -> exchanges.all().stream()
                        .filter(exchange -> exchange.request().url().equals(many.path()))
                        .filter(exchange -> exchange.accepted() && isSound(exchange))
                        .flatMap(this::addresses));
        return Stream.concat(creations().stream().map(names::address), together)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Returns the path parameters of what sound submits with a token created so far, one by one and together, and no removal named. */
    Set<String> kept(Optional<String> authorization) {
        Set<String> kept = exchanges.all().stream()
                .filter(exchange -> exchange.request().authorization().equals(authorization))
                .filter(exchange -> exchange.request().url().startsWith(create.path()))
                .filter(exchange -> exchange.accepted() && isSound(exchange))
                .flatMap(this::addresses)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toSet());
        kept.removeAll(aimedAtByRemovals());
        return kept;
    }

    /** Returns the exchanges that created the entities of these path parameters. */
    public List<Exchange> creations(List<String> addresses) {
        return creations().stream()
                .filter(created -> addresses.contains(names.address(created)))
                .toList();
    }

    /** Returns the path parameters that removals named, accepted or refused; the rows on removals judge their effect. */
    public Set<String> aimedAtByRemovals() {
        return removals.answer(exchanges.size(), this::findAimedAtByRemovals);
    }

    private Set<String> findAimedAtByRemovals() {
        return contract.operations().stream()
                .filter(operation -> operation.effect().isPresent())
                .flatMap(operation -> exchanges.all().stream()
                        .filter(exchange -> exchange.request().method().equals(operation.method()))
                        .filter(exchange ->
                                operation.match(exchange.request().path()).isPresent())
                        .flatMap(exchange -> names.addresses(operation, exchange).stream()))
                .collect(Collectors.toSet());
    }

    /** Returns the identities that accepted requests submitted; of a batch, those whose result did not fail. */
    Set<String> accepted() {
        return exchanges.all().stream()
                .filter(exchange -> exchange.request().url().startsWith(create.path()))
                .filter(Exchange::accepted)
                .flatMap(exchange -> taken(exchange).stream())
                .collect(Collectors.toSet());
    }

    private List<String> taken(Exchange exchange) {
        return taken.computeIfAbsent(exchange, this::findTaken);
    }

    private List<String> findTaken(Exchange exchange) {
        List<String> failed = contract.operation(Effect.CREATE_MANY).isEmpty()
                ? List.of()
                : BatchAnswer.of(contract, exchange).results().stream()
                        .filter(BatchAnswer.Result::failed)
                        .map(BatchAnswer.Result::identity)
                        .toList();
        return names.identities(exchange.request()).stream()
                .filter(identity -> !failed.contains(identity))
                .toList();
    }
}
