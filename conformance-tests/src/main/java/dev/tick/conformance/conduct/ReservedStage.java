package dev.tick.conformance.conduct;

import dev.tick.conformance.sample.Samples;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Lets nothing pass that may be somebody's: names that are not reserved, entities without the run's id, and changes or removals of
 * what this run did not create.
 */
final class ReservedStage implements Stage {
    /** Methods that change nothing. */
    static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Contract contract;
    private final Resource resource;
    private final ReservedNames names;
    private final ReservedItems items;
    private final Set<String> own;

    /**
     * Creates a stage.
     *
     * @param own the path parameters of what the run created; grows with it
     */
    ReservedStage(Contract contract, ReservedNames names, ReservedItems items, Set<String> own) {
        this.contract = contract;
        this.resource = contract.resource().orElseThrow();
        this.names = names;
        this.items = items;
        this.own = own;
    }

    @Override
    public Consumer<Exchange> admit(Request request) {
        if (READING.contains(request.method())) {
            return this::recognize;
        }
        aimedAt(request).filter(address -> !mayChange(address)).findFirst().ifPresent(address -> {
            throw new UnreservedDataException(request, "this run did not create '" + address + "'");
        });
        items.require(request);
        return this::learn;
    }

    private void learn(Exchange exchange) {
        own.addAll(CreatedAddresses.in(contract, resource, exchange).values());
        if (exchange.accepted() && isByIdentity()) {
            SentItems.of(exchange.request()).stream()
                    .flatMap(item -> SentItems.identity(resource, item).stream())
                    .forEach(own::add);
        }
    }

    /** Learns what a target shows that only this run can have created, though its answer to the create did not say so. */
    private void recognize(Exchange exchange) {
        if (!exchange.accepted()) {
            return;
        }
        SentItems.of(exchange.response().orElseThrow().body()).stream()
                .filter(entity -> SentItems.identity(resource, entity)
                        .filter(identity -> names.isOwn(identity) || names.isMarked(entity))
                        .isPresent())
                .map(entity -> entity.path(resource.address()).asString(""))
                .filter(address -> !address.isEmpty())
                .forEach(own::add);
    }

    private boolean isByIdentity() {
        return resource.address().equals(resource.identity());
    }

    /** Returns the path parameters that a request may change or remove. */
    private Stream<String> aimedAt(Request request) {
        List<Operation> here = contract.operations().stream()
                .filter(operation -> operation.match(request.path()).isPresent())
                .toList();
        boolean isFixed = here.stream().anyMatch(one -> parameter(one, request).isEmpty());
        if (!isFixed) {
            return here.stream().flatMap(one -> parameter(one, request).stream());
        }
        return here.stream().anyMatch(one -> one.effect().equals(Optional.of(Effect.REMOVE_MANY)))
                ? SentItems.named(request.body()).stream()
                : Stream.empty();
    }

    private static Optional<String> parameter(Operation operation, Request request) {
        return operation.match(request.path()).flatMap(PathMatch::parameter);
    }

    private boolean mayChange(String address) {
        if (own.contains(address)) {
            return true;
        }
        return isByIdentity()
                ? names.isOwn(address)
                : address.equals(Samples.UNUSED_NUMBER) || !address.matches(".*[0-9].*") || names.isOwn(address);
    }
}
