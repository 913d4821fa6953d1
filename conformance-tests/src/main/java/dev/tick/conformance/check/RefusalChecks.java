package dev.tick.conformance.check;

import dev.tick.conformance.exchange.Exchange;
import dev.tick.conformance.exchange.Message;
import dev.tick.conformance.exchange.Response;
import dev.tick.conformance.sample.Defect;
import dev.tick.conformance.target.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Check;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The kinds of checks on the answers to requests with one defect. */
final class RefusalChecks {
    /** A method that HTTP does not know would test the server's parser instead. */
    private static final List<String> METHODS = List.of("PUT", "DELETE", "PATCH", "POST");

    private static final Set<Integer> NO_SUCH_METHOD = Set.of(404, 501);

    private RefusalChecks() {}

    /** A request with one defect, and the example whose sound twin must have succeeded. */
    private record Attempt(String name, String example, Optional<TokenKind> needs, Supplier<Message> message) {}

    static List<Case> refused(Requirement row, Check check, Session session) {
        Operation operation =
                session.contract().operation(check.text("operation").orElseThrow());
        List<Case> cases = new ArrayList<>();
        for (Attempt attempt : attempts(row, check, session, operation)) {
            cases.add(new Case(row, attempt.name(), Phase.REFUSAL, () -> judge(check, session, operation, attempt)));
            boolean creates = session.effect(operation) == Effect.CREATE && session.has(Effect.LIST);
            if (creates && !check.data().has("status")) {
                cases.add(new Case(
                        row,
                        attempt.name() + " creates nothing",
                        Phase.STATE,
                        () -> createsNothing(session, operation, attempt)));
            }
        }
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("no request with the defect at '"
                    + row.schema().orElse("") + "' can be made from the examples of " + operation.id());
        }
        return cases;
    }

    static List<Case> methodNotAllowed(Requirement row, Check check, Session session) {
        Operation operation =
                session.contract().operation(check.text("operation").orElseThrow());
        String example = session.examples(operation).get(0);
        String other = METHODS.stream()
                .filter(method -> session.contract().operations().stream()
                        .filter(known -> known.path().equals(operation.path()))
                        .noneMatch(known -> known.method().equals(method)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(operation.path() + " takes every method"));
        return List.of(new Case(row, other, Phase.REFUSAL, () -> {
            if (!session.succeeded(operation, session.sound(operation, example))) {
                return noTwin(session.sound(operation, example));
            }
            Exchange exchange = session.exchange(
                    other + " " + operation.id(),
                    () -> session.soundMessage(operation, example).withMethod(other));
            int status = exchange.response().map(Response::status).orElse(0);
            boolean allow = exchange.response()
                    .flatMap(response -> response.header("Allow"))
                    .isPresent();
            return (status == 405 && allow) || NO_SUCH_METHOD.contains(status)
                    ? Outcome.honoured("answered " + status, exchange)
                    : Outcome.broken(
                            "expected 405 with Allow, 404 or 501, got " + exchange.line()
                                    + (status == 405 ? " without Allow" : ""),
                            exchange);
        }));
    }

    /** The exchange that a named defect makes of an operation's first sound request; shared by every row that asks for it. */
    static Exchange exchange(Session session, Operation operation, NamedDefect defect) {
        return sent(session, operation, named(session, operation, defect));
    }

    private static List<Attempt> attempts(Requirement row, Check check, Session session, Operation operation) {
        Optional<String> name = check.text("defect");
        if (name.isPresent()) {
            return List.of(named(session, operation, NamedDefect.of(name.get())));
        }
        List<Attempt> attempts = new ArrayList<>();
        for (Defect defect : session.defects().of(operation, row.schema().orElse(""))) {
            attempts.add(new Attempt(
                    defect.name(),
                    defect.example(),
                    Optional.empty(),
                    () -> session.soundMessage(operation, defect.example()).withBody(defect.body())));
        }
        return attempts;
    }

    private static Attempt named(Session session, Operation operation, NamedDefect defect) {
        String example = session.examples(operation).get(0);
        return new Attempt(
                defect.title(),
                example,
                defect.needs(),
                () -> defect.in(session.soundMessage(operation, example), session.target()));
    }

    private static Exchange sent(Session session, Operation operation, Attempt attempt) {
        return session.exchange("refused " + operation.id() + " " + attempt.name(), attempt.message());
    }

    private static Outcome judge(Check check, Session session, Operation operation, Attempt attempt) {
        Optional<TokenKind> missing =
                attempt.needs().filter(kind -> session.target().token(kind).isEmpty());
        if (missing.isPresent()) {
            return Outcome.notTestable(missing.get().variable() + " is not set");
        }
        Exchange twin = session.sound(operation, attempt.example());
        if (!session.succeeded(operation, twin)) {
            return noTwin(twin);
        }
        Exchange exchange = sent(session, operation, attempt);
        if (exchange.response().isEmpty()) {
            return Outcome.broken("expected an answer, got " + exchange.failure() + ", twice", exchange);
        }
        Response response = exchange.response().get();
        if (check.data().has("status")) {
            return exactly(check, session, operation, exchange, response);
        }
        return response.status() / 100 == 2
                ? Outcome.broken("expected a refusal, got " + response.status(), exchange)
                : Outcome.honoured("refused with " + response.status(), exchange);
    }

    private static Outcome exactly(
            Check check, Session session, Operation operation, Exchange exchange, Response response) {
        JsonNode statuses = check.data().path("status");
        if (statuses.valueStream().noneMatch(status -> status.asInt(0) == response.status())) {
            return Outcome.broken("expected " + statuses + ", got " + response.status(), exchange);
        }
        List<Violation> violations = session.violations(operation, exchange).stream()
                .filter(violation -> !violation.keyword().equals("status"))
                .toList();
        boolean enveloped =
                check.data().has("codes") || check.data().path("envelope").asBoolean(false);
        if (enveloped && !violations.isEmpty()) {
            return Outcome.broken(
                    String.join(
                            "; ", violations.stream().map(Violation::sentence).toList()),
                    exchange);
        }
        JsonNode codes = check.data().path("codes");
        String code = response.json().at("/error/code").asString("");
        return codes.isMissingNode()
                        || codes.valueStream()
                                .anyMatch(known -> known.asString("").equals(code))
                ? Outcome.honoured("refused with " + response.status() + " " + code, exchange)
                : Outcome.broken("expected a code among " + codes + ", got '" + code + "'", exchange);
    }

    private static Outcome createsNothing(Session session, Operation operation, Attempt attempt) {
        if (attempt.needs()
                .filter(kind -> session.target().token(kind).isEmpty())
                .isPresent()) {
            return Outcome.notTestable(attempt.needs().get().variable() + " is not set");
        }
        Exchange refused = sent(session, operation, attempt);
        String identity =
                refused.message().body().map(session.samples()::identity).orElse("");
        if (identity.isEmpty()) {
            return Outcome.honoured("the request named nothing that could be created", refused);
        }
        Exchange list = StateChecks.finalList(session);
        if (!StateChecks.lists(session, list, session.identity(session.reach()))) {
            return noTwin(list);
        }
        return StateChecks.lists(session, list, identity)
                ? Outcome.broken(
                        identity + " was refused with " + refused.line() + " and is listed all the same", refused, list)
                : Outcome.honoured("it is not listed", refused, list);
    }

    static Outcome noTwin(Exchange twin) {
        return Outcome.notTestable("the same request without the defect did not succeed: " + twin.line(), twin);
    }
}
