package dev.tick.conformance.check;

import dev.tick.conformance.exchange.Exchange;
import dev.tick.conformance.target.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Filling;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Check;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Json;
import dev.tick.spec.validation.NotJsonException;
import dev.tick.spec.validation.Violation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The kinds of checks on the answers to sound requests. */
final class SoundChecks {
    /** How far the target's clock may be from ours. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private SoundChecks() {}

    /** Judges one sound exchange. */
    private interface Judge {
        Outcome judge(Operation operation, String example, Exchange exchange);
    }

    static List<Case> success(Requirement row, Check check, Session session) {
        return each(row, check, session, (operation, example, exchange) -> {
            int expected = operation.success().status();
            if (exchange.response().isEmpty()) {
                return Outcome.broken("expected " + expected + ", got " + exchange.failure(), exchange);
            }
            int got = exchange.response().get().status();
            if (got != expected) {
                return Outcome.broken("expected " + expected + ", got " + got, exchange);
            }
            return session.succeeded(operation, exchange)
                    ? Outcome.honoured("answered " + got, exchange)
                    : Outcome.broken("expected what was asked for, got " + got + " with another body", exchange);
        });
    }

    static List<Case> answer(Requirement row, Check check, Session session) {
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
                    : Outcome.broken(
                            String.join(
                                    "; ", own.stream().map(Violation::sentence).toList()),
                            exchange);
        });
    }

    /** Of the rows that look at an operation's answers, a violation belongs to the one whose pointer leads furthest to it. */
    private static boolean belongs(Violation violation, Requirement row, Check check, Session session) {
        return session.register().of(Subject.SERVER).stream()
                .filter(other -> other.check()
                        .filter(its -> its.kind().equals(check.kind()))
                        .filter(its -> its.text("operation").equals(check.text("operation")))
                        .isPresent())
                .filter(other -> other.holds(violation.schema()))
                .max(Comparator.comparing(other -> other.schema().orElse("").length()))
                .equals(Optional.of(row));
    }

    static List<Case> present(Requirement row, Check check, Session session) {
        String property = Properties.of(row);
        return each(row, check, session, (operation, example, exchange) -> {
            if (!answered(operation, exchange)) {
                return unanswered(operation, exchange);
            }
            JsonNode value = value(exchange, property);
            return value.isMissingNode() || value.isNull()
                    ? Outcome.broken(property + ": expected a value, got " + shown(value), exchange)
                    : Outcome.honoured(property + " is " + value, exchange);
        });
    }

    static List<Case> echo(Requirement row, Check check, Session session) {
        String property = Properties.of(row);
        return each(row, check, session, (operation, example, exchange) -> {
                    JsonNode sent = session.body(session.create(example)).path(property);
                    if (!answered(operation, exchange)) {
                        return unanswered(operation, exchange);
                    }
                    JsonNode got = value(exchange, property);
                    return Properties.same(sent, got)
                            ? Outcome.honoured(property + " came back as sent", exchange)
                            : Outcome.broken(property + ": expected " + sent + ", got " + shown(got), exchange);
                })
                .stream()
                .filter(one -> session.sends(session.operation(Effect.CREATE), one.name(), property))
                .toList();
    }

    static List<Case> filledWith(Requirement row, Check check, Session session) {
        String property = Properties.of(row);
        Filling filling = Optional.ofNullable(session.resource().filled().get(property))
                .orElseThrow(() -> new IllegalArgumentException(property + " has no x-tick-filled-with"));
        return each(row, check, session, (operation, example, exchange) -> {
            if (!answered(operation, exchange)) {
                return unanswered(operation, exchange);
            }
            String got = value(exchange, property).asString("");
            return switch (filling) {
                case TIME ->
                    near(got, session.clock().instant())
                            ? Outcome.honoured(property + " is " + got, exchange)
                            : Outcome.broken(
                                    property + ": expected about "
                                            + session.clock().instant() + ", got " + got,
                                    exchange);
                case CALLER ->
                    caller(session)
                            .map(caller -> caller.equals(got)
                                    ? Outcome.honoured(property + " is the caller's application id", exchange)
                                    : Outcome.broken(property + ": expected " + caller + ", got " + got, exchange))
                            .orElse(Outcome.notTestable(
                                    "the token at hand cannot be read as a JWT with an appid", exchange));
                case CONTEXT -> Outcome.noted(property + " is " + got, exchange);
            };
        });
    }

    private static List<Case> each(Requirement row, Check check, Session session, Judge judge) {
        Operation operation =
                session.contract().operation(check.text("operation").orElseThrow());
        List<Case> cases = new ArrayList<>();
        List<String> examples = session.effect(operation) == Effect.READ
                ? session.examples(session.operation(Effect.CREATE))
                : session.examples(operation);
        for (String example : examples) {
            cases.add(new Case(row, example, Phase.SOUND, () -> {
                boolean reads = session.effect(operation) == Effect.READ;
                return reads && !session.succeeded(session.operation(Effect.CREATE), session.create(example))
                        ? RefusalChecks.noTwin(session.create(example))
                        : judge.judge(operation, example, session.sound(operation, example));
            }));
        }
        return cases;
    }

    private static boolean answered(Operation operation, Exchange exchange) {
        return exchange.response()
                .filter(response -> response.status() == operation.success().status())
                .isPresent();
    }

    private static Outcome unanswered(Operation operation, Exchange exchange) {
        return Outcome.notTestable(
                "there was no " + operation.success().status() + " with what was asked for: " + exchange.line(),
                exchange);
    }

    private static JsonNode value(Exchange exchange, String property) {
        return exchange.response().orElseThrow().json().path(property);
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }

    private static boolean near(String got, Instant now) {
        try {
            return Duration.between(OffsetDateTime.parse(got).toInstant(), now)
                            .abs()
                            .compareTo(TOLERANCE)
                    <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The application id that the sound token carries. */
    private static Optional<String> caller(Session session) {
        String[] parts = session.target().token(TokenKind.SOUND).orElse("").split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode appid = Json.read(Base64.getUrlDecoder().decode(parts[1])).path("appid");
            return appid.isString() ? Optional.of(appid.asString()) : Optional.empty();
        } catch (IllegalArgumentException | NotJsonException e) {
            return Optional.empty();
        }
    }
}
