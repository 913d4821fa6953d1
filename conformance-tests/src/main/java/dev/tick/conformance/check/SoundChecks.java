package dev.tick.conformance.check;

import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.Check;
import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.contract.Answer;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.validation.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The kinds of checks on the answers to sound requests. */
final class SoundChecks {
    private SoundChecks() {}

    /** Judges one sound exchange. */
    interface Judge {
        Outcome judge(Operation operation, String example, Exchange exchange);
    }

    static List<Case> success(Requirement row, SuccessCheck.Succeeds check, Session session) {
        return each(row, check, session, (operation, example, exchange) -> {
            List<Integer> expected = statuses(operation, check);
            if (exchange.response().isEmpty()) {
                return Outcome.broken(Contrast.of(said(expected), exchange.failure()), exchange);
            }
            int got = exchange.response().get().status();
            if (!expected.contains(got)) {
                return Outcome.broken(Contrast.of(said(expected), got), exchange);
            }
            return session.succeeded(operation, exchange)
                    ? Outcome.honoured("answered " + got, exchange)
                    : Outcome.broken(
                            Contrast.of(
                                    said(expected) + " with what was asked for in the body",
                                    got + " with another body"),
                            exchange);
        });
    }

    /** Those that the row names, or every success that is documented. */
    private static List<Integer> statuses(Operation operation, SuccessCheck.Succeeds check) {
        return !check.statuses().isEmpty()
                ? check.statuses()
                : operation.answers().stream()
                        .map(Answer::status)
                        .filter(status -> status / 100 == 2)
                        .toList();
    }

    private static String said(List<Integer> statuses) {
        return statuses.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }

    static List<Case> answer(Requirement row, SuccessCheck.AnswerConforms check, Session session) {
        return each(row, check, session, (operation, example, exchange) -> {
            if (!answered(operation, exchange)) {
                return unanswered(operation, exchange);
            }
            List<Violation> own = session.violations(operation, exchange).stream()
                    .filter(violation -> belongs(violation, row, check, session))
                    .toList();
            if (own.isEmpty() && !session.succeeded(operation, exchange)) {
                return unanswered(operation, exchange);
            }
            return own.isEmpty()
                    ? Outcome.honoured("the answer is as described", exchange)
                    : Outcome.broken(Contrast.of(own), exchange);
        });
    }

    /** Of the rows that look at an operation's answers, a violation belongs to the one whose pointer leads furthest to it. */
    private static boolean belongs(
            Violation violation, Requirement row, SuccessCheck.AnswerConforms check, Session session) {
        return session.register().checked().stream()
                .filter(other -> other.check()
                        .filter(SuccessCheck.AnswerConforms.class::isInstance)
                        .filter(its -> its.operation().equals(check.operation()))
                        .isPresent())
                .filter(other -> other.holds(violation.schema()))
                .max(Comparator.comparing(other -> other.schema().orElse("").length()))
                .equals(Optional.of(row));
    }

    static List<Case> present(Requirement row, SuccessCheck.PropertyPresent check, Session session) {
        String property = check.property();
        return each(row, check, session, (operation, example, exchange) -> {
            if (!answered(operation, exchange)) {
                return unanswered(operation, exchange);
            }
            JsonNode value = value(exchange, property);
            return value.isMissingNode() || value.isNull()
                    ? Outcome.broken(Contrast.of(property, "a value", Properties.shown(value)), exchange)
                    : Outcome.honoured(property + " is " + value, exchange);
        });
    }

    static List<Case> echo(Requirement row, SuccessCheck.PropertyEchoed check, Session session) {
        String property = check.property();
        Alteration alteration = check.alteration();
        if (!alteration.isNone()) {
            return List.of(new Case(row, alteration.toString(), Phase.STATE, () -> taken(check, session, property)));
        }
        return each(
                        row,
                        check,
                        session,
                        (operation, example, exchange) -> answered(operation, exchange)
                                ? echoed(
                                        session.names()
                                                .body(session.create(example))
                                                .path(property),
                                        exchange,
                                        property)
                                : unanswered(operation, exchange))
                .stream()
                .filter(one -> session.sends(session.operation(Effect.CREATE), one.name(), property))
                .toList();
    }

    /** What is refused creates nothing that could carry it. */
    private static Outcome taken(SuccessCheck.PropertyEchoed check, Session session, String property) {
        Operation operation = session.operation(check);
        Exchange twin = session.reach();
        if (!session.succeeded(operation, twin)) {
            return RefusalChecks.noTwin(twin);
        }
        Exchange exchange = ProbeCheck.exchange(session, operation, check.alteration());
        if (!session.succeeded(operation, exchange)) {
            return exchange.declined()
                    ? Outcome.honoured("it was not accepted: " + exchange.line(), exchange)
                    : RefusalChecks.neither(exchange);
        }
        return echoed(session.names().body(exchange).path(property), exchange, property);
    }

    private static Outcome echoed(JsonNode sent, Exchange exchange, String property) {
        JsonNode got = value(exchange, property);
        return Properties.same(sent, got)
                ? Outcome.honoured(property + " came back as sent", exchange)
                : Outcome.broken(Contrast.of(property, sent, Properties.shown(got)), exchange);
    }

    /** A message is declared once, and in the encoding that JSON has between systems (RFC 8259, section 8.1). */
    static List<Case> framed(Requirement row, SuccessCheck.DeclaredOnce check, Session session) {
        return each(row, check, session, (operation, example, exchange) -> {
            if (!answered(operation, exchange)) {
                return unanswered(operation, exchange);
            }
            List<String> types = exchange.response().orElseThrow().headers().all("Content-Type");
            boolean utf8 = types.stream()
                    .map(type -> type.toLowerCase(Locale.ROOT).replace("\"", "").replace(" ", ""))
                    .noneMatch(type -> type.contains("charset=") && !type.contains("charset=utf-8"));
            return types.size() == 1 && utf8
                    ? Outcome.honoured("declared once, in UTF-8", exchange)
                    : Outcome.broken(Contrast.of("one Content-Type, in UTF-8", types), exchange);
        });
    }

    static List<Case> each(Requirement row, Check check, Session session, Judge judge) {
        Operation operation = session.operation(check);
        List<Case> cases = new ArrayList<>();
        List<String> examples = session.effect(operation) == Effect.READ
                ? session.examples(session.operation(Effect.CREATE))
                : session.examples(operation);
        for (String example : examples) {
            cases.add(new Case(row, example, Phase.SOUND, () -> {
                return missing(session, operation, example)
                        .map(RefusalChecks::noTwin)
                        .orElseGet(() -> judge.judge(operation, example, session.sound(operation, example)));
            }));
        }
        return cases;
    }

    /** What should have been created for a request to ask for, and was not. */
    private static Optional<Exchange> missing(Session session, Operation operation, String example) {
        return switch (session.effect(operation)) {
            case READ ->
                Optional.of(session.create(example))
                        .filter(created -> !session.succeeded(session.operation(Effect.CREATE), created));
            case REMOVE, REMOVE_MANY ->
                Optional.of(session.sound(operation, example))
                        .filter(removal -> !session.past().aimsAtSomething(operation, removal))
                        .map(removal -> session.reach());
            case LIST ->
                Optional.of(session.reach())
                        .filter(created -> !session.succeeded(session.operation(Effect.CREATE), created));
            case CREATE, CREATE_MANY, CHANGE -> Optional.empty();
        };
    }

    static boolean answered(Operation operation, Exchange exchange) {
        return exchange.response()
                .filter(response -> Session.successes(operation, response))
                .isPresent();
    }

    static Outcome unanswered(Operation operation, Exchange exchange) {
        return Outcome.notTestable(
                "there was no " + operation.success().status() + " with what was asked for: " + exchange.line(),
                exchange);
    }

    static JsonNode value(Exchange exchange, String property) {
        return exchange.response().orElseThrow().json().path(property);
    }
}
