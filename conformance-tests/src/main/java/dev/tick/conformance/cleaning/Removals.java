package dev.tick.conformance.cleaning;

import dev.tick.conformance.conversation.ListSchema;
import dev.tick.conformance.conversation.NextPage;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The requests of a clean-up, with the token of one caller; of others at hand where that one is refused. */
final class Removals {
    /** Far more than any tenant may hold. */
    private static final int MOST_PAGES = 2_000;

    /** One is an accident. */
    private static final int MOST_UNANSWERED = 3;

    private static final Set<Integer> FORBIDDEN = Set.of(401, 403);

    private final Contract contract;
    private final Target target;
    private final List<TokenKind> callers;
    private final Sender sender;
    private final Set<String> found;
    private int unanswered;

    /**
     * Creates the requests.
     *
     * @param callers at least one, whose token is at hand: first the one who submitted
     * @param found receives what is about to be removed
     */
    Removals(Contract contract, Target target, List<TokenKind> callers, Sender sender, Set<String> found) {
        this.found = found;
        this.contract = contract;
        this.target = target;
        this.callers = List.copyOf(callers);
        this.sender = sender;
    }

    /** Returns whether the target can do this. */
    boolean can(Effect effect) {
        return target.capabilities().contains(effect)
                && contract.operation(effect).isPresent();
    }

    /**
     * Returns all that the target lists.
     *
     * @throws UnreadableListException when it gives no whole list
     */
    List<JsonNode> list() {
        Optional<UnreadableListException> unreadable = Optional.empty();
        for (TokenKind caller : callers) {
            try {
                return list(caller);
            } catch (UnreadableListException e) {
                unreadable = Optional.of(unreadable.orElse(e));
            }
        }
        throw unreadable.orElseThrow();
    }

    private List<JsonNode> list(TokenKind caller) {
        List<JsonNode> entities = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<Request> next = Optional.of(bare(operation(Effect.LIST), "", caller));
        while (next.isPresent()) {
            Exchange page = send(next.get());
            if (!page.accepted() || !seen.add(next.get().url()) || seen.size() > MOST_PAGES) {
                throw new UnreadableListException(page.line());
            }
            JsonNode shown = page.response().orElseThrow().json().path(ListSchema.entities(contract));
            if (!shown.isArray()) {
                throw new UnreadableListException(page.line() + ", without a list");
            }
            shown.forEach(entities::add);
            next = NextPage.after(page, target.baseUrl());
        }
        return entities;
    }

    /** Returns the answer to a removal of one: that to the caller, unless another one is allowed to remove it. */
    Exchange remove(String address) {
        found.add(address);
        Exchange first = remove(address, callers.get(0));
        Exchange last = first;
        for (int i = 1; i < callers.size() && isForbidden(last); i++) {
            last = remove(address, callers.get(i));
        }
        return last.accepted() ? last : first;
    }

    private Exchange remove(String address, TokenKind caller) {
        return send(bare(operation(Effect.REMOVE), address, caller));
    }

    private static boolean isForbidden(Exchange exchange) {
        return exchange.response()
                .filter(response -> FORBIDDEN.contains(response.status()))
                .isPresent();
    }

    /** Returns the answer to a removal of several. */
    Exchange remove(List<String> addresses) {
        found.addAll(addresses);
        Operation operation = operation(Effect.REMOVE_MANY);
        JsonNode example = operation.requestExamples().values().iterator().next();
        ObjectNode body = (ObjectNode) example.deepCopy();
        ArrayNode items = body.putArray(Body.listName(body).orElseThrow());
        addresses.forEach(items::add);
        return send(bare(operation, "", callers.get(0)).withBody(body));
    }

    /** Returns the answer to a request that reads one. */
    Exchange read(String address) {
        return send(bare(operation(Effect.READ), address, callers.get(0)));
    }

    /**
     * Sends a request.
     *
     * @throws StoppedException when the target gives no answer again and again, so that it need not be asked for each entity
     */
    private Exchange send(Request request) {
        Exchange exchange = sender.send(request);
        unanswered = exchange.response().isPresent() ? 0 : unanswered + 1;
        if (unanswered == MOST_UNANSWERED && !isAlive()) {
            throw new StoppedException(exchange.line());
        }
        return exchange;
    }

    /** Returns whether the target still gives its list: then it is some removals alone that it does not answer. */
    private boolean isAlive() {
        if (!can(Effect.LIST)
                || sender.send(bare(operation(Effect.LIST), "", callers.get(0)))
                        .response()
                        .isEmpty()) {
            return false;
        }
        unanswered = 0;
        return true;
    }

    private Operation operation(Effect effect) {
        return contract.operation(effect).orElseThrow();
    }

    private Request bare(Operation operation, String address, TokenKind caller) {
        Request request = Request.of(
                operation.method(),
                operation.pathFor(address),
                Map.of("Authorization", "Bearer " + target.token(caller).orElseThrow()));
        return operation.requestSchema().isPresent() ? request.with("Content-Type", "application/json") : request;
    }
}
