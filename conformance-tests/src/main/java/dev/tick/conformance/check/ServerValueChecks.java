package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.conversation.SuccessRules;
import dev.tick.conformance.exchange.HttpDate;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.AlternateToken;
import dev.tick.spec.check.ServerValueCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.text.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Checks of the values that the server sets: times, numbers, and the caller. */
final class ServerValueChecks {
    /** Longest difference between the instant that the target names and its header {@code Date}. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** After this time, a clock of whole seconds has moved. */
    private static final Duration MOVED = Duration.ofSeconds(2);

    /** The kit's clock may be wrong, so it is no witness against a target's. */
    private static final String NO_DATE =
            "the response has no readable header Date, and the kit's own clock is no witness of the target's time";

    /** So many submits take longer than the milliseconds in which a clock may count. */
    private static final int LATE = 8;

    private ServerValueChecks() {}

    /** Checks that a response has the value that the server is to set. */
    static List<Case> set(Requirement row, ServerValueCheck.ServerValueSet check, Conversation conversation) {
        String property = check.property();
        ServerValue kind = Optional.ofNullable(
                        conversation.resource().serverValues().get(property))
                .orElseThrow();
        if (kind == ServerValue.UPDATE_TIME) {
            return updateTime(row, property, conversation);
        }
        List<Case> cases =
                new ArrayList<>(SuccessChecks.each(row, check, conversation, (operation, example, exchange) -> {
                    if (!SuccessRules.answered(operation, exchange)) {
                        return Outcome.unanswered(operation, exchange);
                    }
                    String got = PropertyValues.answered(exchange, property).asString("");
                    return switch (kind) {
                        case TIME, UPDATE_TIME -> near(property, got, exchange, exchange);
                        case NUMBER -> unlikeOthers(conversation, property, got, exchange);
                        case CALLER_KIND -> ofApplication(conversation, property, got, exchange);
                        case UPDATER -> Outcome.noted(property + " is " + got, exchange);
                        case CALLER -> caller(conversation, property, got, exchange);
                        case CONTEXT -> Outcome.noted(property + " is " + got, exchange);
                    };
                }));
        if (kind == ServerValue.TIME) {
            cases.add(new Case(row, "moves on", Phase.END, () -> moves(conversation, property)));
            cases.add(new Case(row, "moves at the end", Phase.END, () -> movesAtLast(conversation, property)));
        }
        if (kind == ServerValue.NUMBER) {
            cases.add(new Case(row, "at the end", Phase.END, () -> unlikeAtLast(conversation, property)));
        }
        return cases;
    }

    private static Outcome unlikeOthers(Conversation conversation, String property, String got, Exchange exchange) {
        if (got.isEmpty()) {
            return Outcome.broken(Mismatch.of(property, "a value", "nothing"), exchange);
        }
        Optional<Exchange> same = conversation.history().creations().stream()
                .filter(other -> !conversation
                        .names()
                        .identity(other)
                        .equals(conversation.names().identity(exchange)))
                .filter(other ->
                        PropertyValues.answered(other, property).asString("").equals(got))
                .findFirst();
        return same.map(other -> Outcome.broken(
                        Mismatch.of(property, "another value for each", got + " twice"), exchange, other))
                .orElse(Outcome.honoured(property + " is " + got + ", as no other's is", exchange));
    }

    private static Outcome ofApplication(Conversation conversation, String property, String got, Exchange exchange) {
        String schema = conversation.operation(Effect.CREATE).success().schema().orElseThrow();
        String expected = conversation
                .contract()
                .at(schema + "/properties/" + LocatedDocument.segment(property) + "/examples/0")
                .asString("");
        return got.equals(expected)
                ? Outcome.honoured(property + " is " + got, exchange)
                : Outcome.broken(Mismatch.of(property, expected, got), exchange);
    }

    /** Checks that an entity of another application has another value. */
    static List<Case> perCaller(
            Requirement row, ServerValueCheck.ServerValuePerCaller check, Conversation conversation) {
        String property = check.property();
        return List.of(new Case(row, "by another application", Phase.STATE, () -> {
            Operation create = conversation.operation(Effect.CREATE);
            Optional<Outcome> unmet = TokenNeeds.unmet(conversation, create, TokenKind.OTHER_APPLICATION);
            if (unmet.isPresent()) {
                return unmet.get();
            }
            String other = conversation.token(AlternateToken.OTHER_APPLICATION);
            String example = conversation.mainExample();
            Exchange own = conversation.own();
            Exchange others = conversation.exchange(
                    "create by another application",
                    () -> conversation.soundRequest(create, example).with("Authorization", "Bearer " + other));
            for (Exchange exchange : List.of(own, others)) {
                if (!conversation.succeeded(create, exchange)) {
                    return Outcome.noTwin(exchange);
                }
            }
            JsonNode first = PropertyValues.answered(own, property);
            return first.equals(PropertyValues.answered(others, property))
                    ? Outcome.broken(Mismatch.of(property, "another value than " + first, "it again"), own, others)
                    : Outcome.honoured(property + " differs", own, others);
        }));
    }

    /** Checks that the value is the server's, even if the client sends one. */
    static List<Case> notFromClient(
            Requirement row, ServerValueCheck.ServerValueNotFromClient check, Conversation conversation) {
        String property = check.property();
        Operation create = conversation.operation(Effect.CREATE);
        Alteration alteration = check.alteration();
        return List.of(new Case(row, alteration.toString(), Phase.STATE, () -> {
            Exchange twin = conversation.own();
            if (!conversation.succeeded(create, twin)) {
                return Outcome.noTwin(twin);
            }
            Exchange exchange = ProbeChecks.exchange(conversation, create, alteration);
            if (!conversation.succeeded(create, exchange)) {
                return exchange.declined()
                        ? Outcome.honoured("it was not accepted: " + exchange.line(), exchange)
                        : Outcome.neither(exchange);
            }
            JsonNode got = PropertyValues.answered(exchange, property);
            boolean named =
                    PropertyValues.same(conversation.names().body(exchange).path(property), got);
            return named
                    ? Outcome.broken(
                            Mismatch.of(property, "the target's own", "what the client named: " + got), exchange)
                    : Outcome.honoured(property + " is not what the client named", exchange);
        }));
    }

    /** Checks that a later read returns the value of the submit. */
    static List<Case> stable(Requirement row, ServerValueCheck.ServerValueStable check, Conversation conversation) {
        String property = check.property();
        return SuccessChecks.each(row, check, conversation, (operation, example, exchange) -> {
            if (!conversation.succeeded(operation, exchange)) {
                return Outcome.unanswered(operation, exchange);
            }
            JsonNode before = PropertyValues.answered(conversation.create(example), property);
            JsonNode got = PropertyValues.answered(exchange, property);
            return PropertyValues.same(before, got)
                    ? Outcome.honoured(property + " is as it was answered to the submit", exchange)
                    : Outcome.broken(Mismatch.of(property, before + " as before", got), exchange);
        });
    }

    private static Outcome near(String property, String got, Exchange dated, Exchange shown) {
        Optional<Instant> at = instant(got);
        Optional<Instant> now = now(dated);
        if (at.isPresent() && now.isEmpty()) {
            return Outcome.notTestable(NO_DATE, shown);
        }
        return at.flatMap(one -> now.map(date -> Duration.between(one, date).abs()))
                        .filter(distance -> distance.compareTo(TOLERANCE) <= 0)
                        .isPresent()
                ? Outcome.honoured(property + " is " + got, shown)
                : Outcome.broken(
                        Mismatch.of(property, now.map(date -> "about " + date).orElse("a time"), got), shown);
    }

    /** Checks that the time of the last update is that of a resubmit; before one, there need not be any. */
    private static List<Case> updateTime(Requirement row, String property, Conversation conversation) {
        return UpdateChecks.timed(row, property, conversation, (got, first, second, shown) -> {
            Optional<Instant> before =
                    instant(PropertyValues.answered(first, property).asString(""));
            boolean stands = before.filter(at -> !at.equals(at.truncatedTo(ChronoUnit.SECONDS)))
                    .filter(at -> instant(got.asString("")).equals(Optional.of(at)))
                    .isPresent();
            return stands
                    ? Outcome.broken(
                            Mismatch.of(property, "another time than before the update", "it again"), first, shown)
                    : near(property, got.asString(""), second, shown);
        });
    }

    /** Judges whether the times of all created entities differ: a clock that stands still repeats its fraction of a second. */
    private static Outcome moves(Conversation conversation, String property) {
        Operation create = conversation.operation(Effect.CREATE);
        List<Exchange> created = new ArrayList<>(conversation.createAll());
        created.add(conversation.last(create, conversation.mainExample()));
        created.removeIf(exchange -> !conversation.succeeded(create, exchange));
        List<Instant> instants = created.stream()
                .flatMap(exchange ->
                        instant(PropertyValues.answered(exchange, property).asString("")).stream())
                .toList();
        if (instants.size() < 2) {
            return Outcome.notTestable("fewer than two submits were answered with a time");
        }
        Exchange first = created.get(0);
        Exchange last = created.get(created.size() - 1);
        Optional<Duration> passed = now(first).flatMap(begin -> now(last).map(end -> Duration.between(begin, end)));
        boolean stands = new HashSet<>(instants).size() == 1;
        Instant one = instants.get(0);
        boolean fine = !one.equals(one.truncatedTo(ChronoUnit.SECONDS));
        if (stands && !fine && passed.isEmpty()) {
            return Outcome.notTestable(NO_DATE, first, last);
        }
        return stands
                        && (fine
                                || passed.filter(time -> time.compareTo(MOVED) >= 0)
                                        .isPresent())
                ? Outcome.broken(
                        Mismatch.of(property, "a time that moves", one + " in all of " + instants.size() + " answers"),
                        first,
                        last)
                : Outcome.honoured(
                        stands
                                ? "too little time passed for " + property + " to move"
                                : property + " moves with the clock",
                        first,
                        last);
    }

    /** Judges whether the time moves from one of the last submits to the last: a clock may stop in between. */
    private static Outcome movesAtLast(Conversation conversation, String property) {
        Operation create = conversation.operation(Effect.CREATE);
        Exchange last = conversation.last(create, conversation.mainExample());
        List<Exchange> created = conversation.history().creations();
        if (!conversation.succeeded(create, last) || created.size() <= LATE) {
            return Outcome.honoured("too few submits for " + property + " to move", last);
        }
        return MovingTimes.judged(property, created.get(created.size() - 1 - LATE), last, ChronoUnit.SECONDS);
    }

    private static Outcome unlikeAtLast(Conversation conversation, String property) {
        Operation create = conversation.operation(Effect.CREATE);
        Exchange last = conversation.last(create, conversation.mainExample());
        return conversation.succeeded(create, last)
                ? unlikeOthers(
                        conversation,
                        property,
                        PropertyValues.answered(last, property).asString(""),
                        last)
                : Outcome.noTwin(last);
    }

    private static Outcome caller(Conversation conversation, String property, String got, Exchange exchange) {
        return caller(conversation)
                .map(caller -> caller.equals(got)
                        ? Outcome.honoured(property + " is the caller's application id", exchange)
                        : Outcome.broken(Mismatch.of(property, caller, got), exchange))
                .orElse(Outcome.notTestable("the token at hand cannot be read as a JWT with an appid", exchange));
    }

    /** Returns the target's time of its response by the header Date, in whole seconds; empty where it sends none. */
    private static Optional<Instant> now(Exchange exchange) {
        return exchange.response().flatMap(HttpDate::of);
    }

    private static Optional<Instant> instant(String text) {
        return Timestamp.read(text).map(OffsetDateTime::toInstant);
    }

    /** Returns the application id in the sound token; empty where that is no JWT with one. */
    private static Optional<String> caller(Conversation conversation) {
        return conversation
                .target()
                .token(TokenKind.SOUND)
                .flatMap(TokenClaims::read)
                .flatMap(TokenClaims::application);
    }
}
