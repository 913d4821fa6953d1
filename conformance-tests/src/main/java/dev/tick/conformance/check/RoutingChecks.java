package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import java.util.List;
import java.util.Set;

/** Checks of methods and paths that the contract does not have. */
final class RoutingChecks {
    /** No DELETE: where it is served after all, it would delete. A method that HTTP does not know would test a parser. */
    private static final List<String> METHODS = List.of("PUT", "PATCH", "POST");

    private static final Set<Integer> NO_SUCH_METHOD = Set.of(404, 501);

    private RoutingChecks() {}

    /** Checks that a method without an operation gets 405 with a right Allow, 404 or 501. */
    static List<Case> methodNotAllowed(Requirement row, Operation operation, Conversation conversation) {
        return METHODS.stream()
                .filter(method -> conversation.contract().operations().stream()
                        .filter(known -> known.path().equals(operation.path()))
                        .noneMatch(known -> known.method().equals(method)))
                .map(method -> new Case(row, method, Phase.REFUSAL, () -> notAllowed(conversation, operation, method)))
                .toList();
    }

    private static Outcome notAllowed(Conversation conversation, Operation operation, String method) {
        String example = conversation.example(operation);
        Exchange twin = conversation.sound(operation, example);
        if (!conversation.succeeded(operation, twin)) {
            return Outcome.noTwin(twin);
        }
        Exchange exchange = conversation.exchange(
                method + " " + operation.path(),
                () -> conversation
                        .requests()
                        .bare(operation, conversation.names().unusedAddress())
                        .with("Content-Type", "application/json")
                        .withBody(conversation.unaimed(operation, example))
                        .withMethod(method));
        int status = exchange.response().map(Response::status).orElse(0);
        List<String> allowed = exchange.response()
                .map(response -> response.headers().all("Allow"))
                .map(values -> List.of(String.join(",", values).split("\\s*,\\s*", -1)))
                .orElse(List.of());
        boolean allowIsRight = allowed.contains(operation.method()) && !allowed.contains(method);
        return (status == 405 && allowIsRight) || NO_SUCH_METHOD.contains(status)
                ? Outcome.honoured("answered " + status, exchange)
                : Outcome.broken(
                        Mismatch.of(
                                "405 with an Allow that names " + operation.method() + " and not " + method
                                        + ", 404 or 501",
                                exchange.line() + " with Allow: " + allowed),
                        exchange);
    }

    /** Checks that a path without an operation gets 404. */
    static List<Case> unknownPath(Requirement row, Operation operation, Conversation conversation) {
        return List.of(new Case(row, "a path of no operation", Phase.REFUSAL, () -> {
            String example = conversation.example(operation);
            Exchange twin = conversation.sound(operation, example);
            if (!conversation.succeeded(operation, twin)) {
                return Outcome.noTwin(twin);
            }
            Exchange exchange = conversation.exchange(
                    "unknown path",
                    () -> conversation.soundRequest(operation, example).to(operation.path() + "-of-tick"));
            return exchange.response()
                            .filter(response -> response.status() == 404)
                            .isPresent()
                    ? Outcome.honoured("answered 404", exchange)
                    : Outcome.broken(Mismatch.of("404", exchange.line()), exchange);
        }));
    }
}
