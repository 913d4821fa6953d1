package dev.tick.conformance.check;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
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
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The kinds of checks on the answers to requests with one defect. */
final class RefusalChecks {
    /** A probe's word for what a refusal needs no word for: the defects follow from the row's schema. */
    private static final String OF_SCHEMA = "schema";

    private RefusalChecks() {}

    /** A request with one defect, and the example whose sound twin must have succeeded. */
    record Attempt(String name, String example, Optional<TokenKind> needs, Supplier<Request> message) {}

    static List<Case> refused(Requirement row, Check check, Session session) {
        Operation operation =
                session.contract().operation(check.text("operation").orElseThrow());
        List<Case> cases = new ArrayList<>();
        for (Attempt attempt : attempts(row, check, session, operation)) {
            cases.add(new Case(row, attempt.name(), Phase.REFUSAL, () -> judge(check, session, operation, attempt)));
            if (!check.data().has("status")) {
                TraceChecks.of(row, session, operation, attempt).ifPresent(cases::add);
            }
        }
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("no request with the defect at '"
                    + row.schema().orElse("") + "' can be made from the examples of " + operation.id());
        }
        return cases;
    }

    /** The exchange of the first request with the defect that a row asks for; shared by every row that asks for it. */
    static Exchange exchange(Requirement row, Check check, Session session, Operation operation) {
        return sent(session, operation, attempts(row, check, session, operation).get(0));
    }

    private static List<Attempt> attempts(Requirement row, Check check, Session session, Operation operation) {
        Optional<String> name = check.text("defect").filter(defect -> !defect.equals(OF_SCHEMA));
        if (name.isPresent()) {
            return List.of(named(session, operation, NamedDefect.of(name.get())));
        }
        Alteration alteration = Alteration.of(check.data());
        if (!alteration.isNone()) {
            String example = ProbeCheck.example(session, operation, alteration);
            return List.of(new Attempt(
                    alteration.toString(),
                    example,
                    Optional.empty(),
                    () -> alteration.in(
                            session.soundMessage(operation, example),
                            session.target().tokens())));
        }
        List<Attempt> attempts = new ArrayList<>();
        for (Defect defect : session.defects().of(operation, row.schema().orElse(""))) {
            attempts.add(new Attempt(
                    defect.name(),
                    defect.example(),
                    Optional.empty(),
                    () -> session.withBody(operation, defect.example(), defect.body())));
        }
        return attempts;
    }

    private static Attempt named(Session session, Operation operation, NamedDefect defect) {
        String example = session.examples(operation).get(0);
        return new Attempt(
                defect.title(),
                example,
                defect.needs(),
                () -> defect.in(session.otherMessage(operation, example, defect.title()), session.target()));
    }

    /** Before the first refusal, the list is looked at, or nobody could tell what was there already. */
    static Exchange sent(Session session, Operation operation, Attempt attempt) {
        if (TraceChecks.creates(session, operation) && session.has(Effect.LIST)) {
            session.sound(session.operation(Effect.LIST), "");
        }
        return session.exchange("altered " + operation.id() + attempt.name(), attempt.message());
    }

    /** What the attempt lacks: the token that it needs, or the sound twin. */
    static Optional<Outcome> untestable(Session session, Operation operation, Attempt attempt) {
        Optional<TokenKind> missing =
                attempt.needs().filter(kind -> session.target().token(kind).isEmpty());
        if (missing.isPresent()) {
            return Optional.of(Outcome.notTestable(missing.get().variable() + " is not set"));
        }
        Exchange twin = session.sound(operation, attempt.example());
        return session.succeeded(operation, twin) ? Optional.empty() : Optional.of(noTwin(twin));
    }

    private static Outcome judge(Check check, Session session, Operation operation, Attempt attempt) {
        Optional<Outcome> untestable = untestable(session, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange exchange = sent(session, operation, attempt);
        if (exchange.response().isEmpty()) {
            return Outcome.broken(Contrast.of("an answer", exchange.failure() + ", twice"), exchange);
        }
        Response response = exchange.response().get();
        if (check.data().has("status")) {
            return exactly(check, session, operation, exchange, response);
        }
        return exchange.accepted()
                ? Outcome.broken(Contrast.of("a refusal", response.status()), exchange)
                : Outcome.honoured("refused with " + response.status(), exchange);
    }

    private static Outcome exactly(
            Check check, Session session, Operation operation, Exchange exchange, Response response) {
        JsonNode statuses = check.data().path("status");
        if (statuses.valueStream().noneMatch(status -> status.asInt(0) == response.status())) {
            return Outcome.broken(Contrast.of(statuses, response.status()), exchange);
        }
        return enveloped(check, session, operation, exchange, response);
    }

    /** Whether an error is wrapped, and has a code, as the row asks; nothing is asked of one that names neither. */
    static Outcome enveloped(Check check, Session session, Operation operation, Exchange exchange, Response response) {
        List<Violation> violations = session.violations(operation, exchange).stream()
                .filter(violation -> !violation.keyword().equals("status"))
                .toList();
        boolean asked =
                check.data().has("codes") || check.data().path("envelope").asBoolean(false);
        if (asked && !violations.isEmpty()) {
            return Outcome.broken(Contrast.of(violations), exchange);
        }
        JsonNode codes = check.data().path("codes");
        String code = response.json().at("/error/code").asString("");
        return codes.isMissingNode()
                        || codes.valueStream()
                                .anyMatch(known -> known.asString("").equals(code))
                ? Outcome.honoured("refused with " + response.status() + " " + code, exchange)
                : Outcome.broken(Contrast.of("a code among " + codes, "'" + code + "'"), exchange);
    }

    /** For a request that was neither taken nor left. */
    static Outcome neither(Exchange exchange) {
        return Outcome.broken(Contrast.of("it to be accepted or refused with 4xx", exchange.line()), exchange);
    }

    static Outcome noTwin(Exchange twin) {
        return Outcome.notTestable("the same request without the defect had no sound answer: " + twin.line(), twin);
    }
}
