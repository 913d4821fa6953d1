package dev.tick.conformance.check;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of the requests so far. */
final class Past {
    private final Session session;
    private final Exchanges exchanges;
    private final Validator validator;

    /** Whether the body that an exchange submitted is sound; every later question asks of all exchanges again. */
    private final IdentityHashMap<Exchange, Boolean> sound = new IdentityHashMap<>();

    Past(Session session, Exchanges exchanges, Validator validator) {
        this.session = session;
        this.exchanges = exchanges;
        this.validator = validator;
    }

    /**
     * Every exchange of an operation so far whose body was sound and got the documented success; what a target makes of an
     * unsound one that it accepts, such as an expiration that has passed, is its own affair.
     */
    List<Exchange> successes(Operation operation) {
        return exchanges.all().stream()
                .filter(exchange -> exchange.request().method().equals(operation.method()))
                .filter(exchange -> exchange.request().url().equals(operation.path()))
                .filter(exchange -> sound.computeIfAbsent(exchange, one -> isSound(operation, one)))
                .filter(exchange -> session.succeeded(operation, exchange))
                .toList();
    }

    private boolean isSound(Operation operation, Exchange exchange) {
        String schema = operation.requestSchema().orElseThrow();
        return exchange.request()
                .body()
                .meant()
                .filter(body -> validator.body(Subject.CLIENT, schema, body).isEmpty())
                .isPresent();
    }

    /** Whether a removal names what was created in this run: who removes nothing has removed nothing wrongly. */
    boolean aimsAtSomething(Operation operation, Exchange exchange) {
        List<String> addresses = session.names().addresses(operation, exchange);
        return !addresses.isEmpty() && created().containsAll(addresses);
    }

    /** What stands in paths for the entities that were created so far. */
    Set<String> created() {
        return successes(session.operation(Effect.CREATE)).stream()
                .map(session.names()::address)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The exchanges that created what stands under these addresses. */
    List<Exchange> creations(List<String> addresses) {
        return successes(session.operation(Effect.CREATE)).stream()
                .filter(created -> addresses.contains(session.names().address(created)))
                .toList();
    }

    /** What requests were to remove, taken or refused: what became of it is told by the rows on removing. */
    Set<String> aimedAtByRemovals() {
        return session.contract().operations().stream()
                .filter(operation -> operation.effect().isPresent())
                .flatMap(operation -> exchanges.all().stream()
                        .filter(exchange -> exchange.request().method().equals(operation.method()))
                        .filter(exchange ->
                                operation.match(exchange.request().path()).isPresent())
                        .flatMap(exchange -> session.names().addresses(operation, exchange).stream()))
                .collect(Collectors.toSet());
    }

    /** The identities that stood in the list before anything was refused, or that a request submitted which was accepted. */
    Set<String> acceptedOrThere() {
        String path = session.operation(Effect.CREATE).path();
        Stream<String> there = session.entities(session.sound(session.operation(Effect.LIST), ""))
                .map(session.samples()::identity);
        Stream<String> accepted = exchanges.all().stream()
                .filter(exchange -> exchange.request().url().startsWith(path))
                .filter(Exchange::accepted)
                .flatMap(exchange -> taken(exchange).stream());
        return Stream.concat(there, accepted).collect(Collectors.toSet());
    }

    /** What a request submitted that was accepted; of many, what did not fail. */
    private List<String> taken(Exchange exchange) {
        List<String> failed = session.contract().operation(Effect.CREATE_MANY).isEmpty()
                ? List.of()
                : Imported.of(session.contract(), exchange).results().stream()
                        .filter(Imported.Result::failed)
                        .map(Imported.Result::identity)
                        .toList();
        return session.names().identities(exchange.request()).stream()
                .filter(identity -> !failed.contains(identity))
                .toList();
    }
}
