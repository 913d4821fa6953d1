package dev.tick.conformance.conduct;

import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.ledger.Holding.Likelihood;
import dev.tick.conformance.ledger.Ledger;
import dev.tick.conformance.ledger.LedgerException;
import dev.tick.conformance.ledger.LedgerItem;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Writes down what each request may create before it leaves, and afterwards what it did create or remove. */
final class LedgerStage implements Stage {
    private static final int DECLINED = 4;

    private final Contract contract;
    private final Resource resource;
    private final Target target;
    private final Ledger ledger;

    LedgerStage(Contract contract, Target target, Ledger ledger) {
        this.contract = contract;
        this.resource = contract.resource().orElseThrow();
        this.target = target;
        this.ledger = ledger;
    }

    @Override
    public Consumer<Exchange> admit(Request request) {
        if (request.method().equals("GET")) {
            return NOTHING;
        }
        List<LedgerItem> items = SentItems.of(request).stream()
                .flatMap(item ->
                        SentItems.identity(resource, item)
                                .map(identity -> new LedgerItem(identity, end(item)))
                                .stream())
                .distinct()
                .toList();
        return items.isEmpty() ? exchange -> removed(exchange) : submitted(request, items);
    }

    private Optional<Instant> end(JsonNode item) {
        return resource.expiration()
                .flatMap(property -> ReservedItems.instant(item.path(property).asString("")));
    }

    private Consumer<Exchange> submitted(Request request, List<LedgerItem> items) {
        try {
            int number = ledger.submits(caller(request), request.method() + " " + request.path(), items);
            return exchange -> ledger.answered(number, likelihood(exchange), addresses(exchange, items));
        } catch (LedgerException e) {
            throw new StoppedException(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the kind of the token that a request carries; one that was altered reaches what the sound one does, if anything. */
    private String caller(Request request) {
        String authorization = request.authorization().orElse("");
        return target.tokens().entrySet().stream()
                .filter(token -> authorization.equals("Bearer " + token.getValue()))
                .map(token -> token.getKey().name())
                .findFirst()
                .orElse(TokenKind.SOUND.name());
    }

    private Likelihood likelihood(Exchange exchange) {
        boolean creates = operation(exchange.request())
                .flatMap(Operation::effect)
                .filter(effect -> effect == Effect.CREATE || effect == Effect.CREATE_MANY)
                .isPresent();
        int status =
                exchange.response().map(response -> response.status() / 100).orElse(0);
        if (exchange.accepted() && creates) {
            return Likelihood.MADE;
        }
        return status == DECLINED || exchange.accepted() ? Likelihood.DECLINED : Likelihood.UNSURE;
    }

    private Map<String, String> addresses(Exchange exchange, List<LedgerItem> items) {
        Map<String, String> told = CreatedAddresses.in(contract, resource, exchange);
        boolean byIdentity = resource.address().equals(resource.identity());
        Map<String, String> addresses = new LinkedHashMap<>();
        for (LedgerItem item : items) {
            told.entrySet().stream()
                    .filter(one -> one.getKey().equalsIgnoreCase(item.identity()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .or(() -> Optional.of(item.identity()).filter(identity -> byIdentity && exchange.accepted()))
                    .ifPresent(address -> addresses.put(item.identity(), address));
        }
        return addresses;
    }

    private void removed(Exchange exchange) {
        Request request = exchange.request();
        if (!exchange.accepted()) {
            return;
        }
        Set<String> gone = new LinkedHashSet<>();
        operation(request).ifPresent(operation -> {
            if (operation.effect().equals(Optional.of(Effect.REMOVE))) {
                operation.match(request.path()).flatMap(PathMatch::parameter).ifPresent(gone::add);
            }
            if (operation.effect().equals(Optional.of(Effect.REMOVE_MANY))) {
                gone.addAll(SentItems.named(request.body()));
            }
        });
        if (!gone.isEmpty()) {
            ledger.gone(caller(request), gone);
        }
    }

    private Optional<Operation> operation(Request request) {
        return contract.operations().stream()
                .filter(one -> one.method().equals(request.method()))
                .filter(one -> one.match(request.path()).isPresent())
                .findFirst();
    }
}
