package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.conversation.SuccessRules;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.Check;
import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.contract.DocumentedResponse;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Checks of the responses to sound requests. */
final class SuccessChecks {
    /** Steps of a JSON pointer to an entry of a list, the empty one before the first slash included. */
    private static final int ENTRY = 3;

    private SuccessChecks() {}

    /** Judges one sound exchange. */
    interface Judge {
        Outcome judge(Operation operation, String example, Exchange exchange);
    }

    /** Checks that sound requests get the documented status and body. */
    static List<Case> success(Requirement row, SuccessCheck.Succeeds check, Conversation conversation) {
        // Only here is a declined example itself what is judged; a read has none of its own.
        boolean own = !conversation.operation(check).requestExamples().isEmpty();
        return each(row, check, conversation, other -> !own, (operation, example, exchange) -> {
            List<Integer> expected = statuses(operation, check);
            if (exchange.response().isEmpty()) {
                return Outcome.broken(Mismatch.of(said(expected), exchange.failure()), exchange);
            }
            int got = exchange.response().get().status();
            if (!expected.contains(got)) {
                return Outcome.broken(Mismatch.of(said(expected), got), exchange);
            }
            return conversation.succeeded(operation, exchange)
                    ? Outcome.honoured("answered " + got, exchange)
                    : Outcome.broken(
                            Mismatch.of(
                                    said(expected) + " with what was asked for in the body",
                                    got + " with another body"),
                            exchange);
        });
    }

    /** Returns the statuses that the row names, or else every documented success. */
    private static List<Integer> statuses(Operation operation, SuccessCheck.Succeeds check) {
        return !check.statuses().isEmpty()
                ? check.statuses()
                : operation.responses().stream()
                        .map(DocumentedResponse::status)
                        .filter(status -> status / 100 == 2)
                        .toList();
    }

    private static String said(List<Integer> statuses) {
        return statuses.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }

    /** Checks that responses conform to the part of the contract that the row points at. */
    static List<Case> answer(Requirement row, SuccessCheck.AnswerConforms check, Conversation conversation) {
        return each(row, check, conversation, (operation, example, exchange) -> {
            if (!SuccessRules.answered(operation, exchange)) {
                return Outcome.unanswered(operation, exchange);
            }
            List<Violation> own = conversation.violations(operation, exchange).stream()
                    .filter(violation -> belongs(violation, row, check, conversation))
                    .filter(violation -> concerns(violation, operation, exchange, conversation))
                    .toList();
            if (own.isEmpty() && !conversation.succeeded(operation, exchange)) {
                return Outcome.unanswered(operation, exchange);
            }
            return own.isEmpty()
                    ? Outcome.honoured("the answer is as described", exchange)
                    : Outcome.broken(Mismatch.of(own), exchange);
        });
    }

    /** Returns whether a violation is the target's: not in an entry of a list that it does not answer for. */
    private static boolean concerns(
            Violation violation, Operation operation, Exchange exchange, Conversation conversation) {
        String[] steps = violation.location().split("/", -1);
        if (Conversation.effect(operation) != Effect.LIST || steps.length < ENTRY) {
            return true;
        }
        JsonNode entry = exchange.response()
                .map(response -> response.json().at("/" + steps[1] + "/" + steps[2]))
                .orElse(JsonNodeFactory.instance.missingNode());
        return !entry.isObject() || conversation.lists().answersFor(entry);
    }

    /** Returns whether a violation belongs to a row: of the rows on an operation's responses, the one with the longest pointer to it. */
    private static boolean belongs(
            Violation violation, Requirement row, SuccessCheck.AnswerConforms check, Conversation conversation) {
        return conversation.register().checked().stream()
                .filter(other -> other.check()
                        .filter(SuccessCheck.AnswerConforms.class::isInstance)
                        .filter(its -> its.operation().equals(check.operation()))
                        .isPresent())
                .filter(other -> other.holds(violation.schema()))
                .max(Comparator.comparing(other -> other.schema().orElse("").length()))
                .equals(Optional.of(row));
    }

    /** Checks that a property of the response has a value. */
    static List<Case> present(Requirement row, SuccessCheck.PropertyPresent check, Conversation conversation) {
        String property = check.property();
        return each(row, check, conversation, (operation, example, exchange) -> {
            if (!SuccessRules.answered(operation, exchange)) {
                return Outcome.unanswered(operation, exchange);
            }
            JsonNode value = PropertyValues.answered(exchange, property);
            return value.isMissingNode() || value.isNull()
                    ? Outcome.broken(Mismatch.of(property, "a value", PropertyValues.shown(value)), exchange)
                    : Outcome.honoured(property + " is " + value, exchange);
        });
    }

    /** Checks that a property comes back as it was sent. */
    static List<Case> echo(Requirement row, SuccessCheck.PropertyEchoed check, Conversation conversation) {
        String property = check.property();
        Alteration alteration = check.alteration();
        if (!alteration.isNone()) {
            return List.of(
                    new Case(row, alteration.toString(), Phase.STATE, () -> taken(check, conversation, property)));
        }
        Stream<Case> examples = each(
                        row,
                        check,
                        conversation,
                        other -> conversation.requests().sends(conversation.operation(Effect.CREATE), other, property),
                        (operation, example, exchange) -> SuccessRules.answered(operation, exchange)
                                ? echoed(
                                        conversation
                                                .names()
                                                .body(conversation.create(example))
                                                .path(property),
                                        exchange,
                                        property)
                                : Outcome.unanswered(operation, exchange))
                .stream()
                .filter(one ->
                        conversation.requests().sends(conversation.operation(Effect.CREATE), one.name(), property));
        return Stream.concat(
                        examples,
                        VariedChecks.echoed(row, conversation.operation(check), property, conversation).stream())
                .toList();
    }

    /** Judges an echo of a value that may be refused; a refused request creates nothing. */
    private static Outcome taken(SuccessCheck.PropertyEchoed check, Conversation conversation, String property) {
        Operation operation = conversation.operation(check);
        Exchange twin = conversation.own();
        if (!conversation.succeeded(operation, twin)) {
            return Outcome.noTwin(twin);
        }
        Exchange exchange = ProbeChecks.exchange(conversation, operation, check.alteration());
        if (!conversation.succeeded(operation, exchange)) {
            return exchange.declined()
                    ? Outcome.honoured("it was not accepted: " + exchange.line(), exchange)
                    : Outcome.neither(exchange);
        }
        return echoed(conversation.names().body(exchange).path(property), exchange, property);
    }

    private static Outcome echoed(JsonNode sent, Exchange exchange, String property) {
        JsonNode got = PropertyValues.answered(exchange, property);
        return PropertyValues.same(sent, got)
                ? Outcome.honoured(property + " came back as sent", exchange)
                : Outcome.broken(Mismatch.of(property, sent, PropertyValues.shown(got)), exchange);
    }

    /** Checks for exactly one Content-Type, and the encoding that JSON has between systems (RFC 8259, section 8.1). */
    static List<Case> declaredOnce(Requirement row, SuccessCheck.DeclaredOnce check, Conversation conversation) {
        return each(row, check, conversation, (operation, example, exchange) -> {
            if (!SuccessRules.answered(operation, exchange)) {
                return Outcome.unanswered(operation, exchange);
            }
            List<String> types = exchange.response().orElseThrow().headers().all("Content-Type");
            boolean utf8 = types.stream()
                    .map(type -> type.toLowerCase(Locale.ROOT).replace("\"", "").replace(" ", ""))
                    .noneMatch(type -> type.contains("charset=") && !type.contains("charset=utf-8"));
            return types.size() == 1 && utf8
                    ? Outcome.honoured("declared once, in UTF-8", exchange)
                    : Outcome.broken(Mismatch.of("one Content-Type, in UTF-8", types), exchange);
        });
    }

    /**
     * Returns a case for each example of an operation; for a read, for each example of the create. Where the target declines an
     * example, its case is judged by another one.
     */
    static List<Case> each(Requirement row, Check check, Conversation conversation, Judge judge) {
        return each(row, check, conversation, other -> true, judge);
    }

    /**
     * Returns a case for each example.
     *
     * @param fitting the examples that may stand in for one that the target declines
     */
    private static List<Case> each(
            Requirement row, Check check, Conversation conversation, Predicate<String> fitting, Judge judge) {
        Operation operation = conversation.operation(check);
        List<Case> cases = new ArrayList<>();
        List<String> examples = Conversation.effect(operation) == Effect.READ
                ? conversation.requests().examples(conversation.operation(Effect.CREATE))
                : conversation.requests().examples(operation);
        for (String name : examples) {
            cases.add(new Case(row, name, Phase.SOUND, () -> {
                String example = conversation.standIn(operation, name, fitting);
                return missing(conversation, operation, example)
                        .map(Outcome::noTwin)
                        .orElseGet(() -> judge.judge(operation, example, conversation.sound(operation, example)));
            }));
        }
        return cases;
    }

    /** Returns the submit that failed although a later request depends on it; empty if none did. */
    private static Optional<Exchange> missing(Conversation conversation, Operation operation, String example) {
        return switch (Conversation.effect(operation)) {
            case READ ->
                Optional.of(conversation.create(example))
                        .filter(created -> !conversation.succeeded(conversation.operation(Effect.CREATE), created));
            case REMOVE, REMOVE_MANY ->
                Optional.of(conversation.sound(operation, example))
                        .filter(removal -> !conversation.history().aimsAtSomething(operation, removal))
                        .map(removal -> conversation.own());
            case LIST ->
                Optional.of(conversation.own())
                        .filter(created -> !conversation.succeeded(conversation.operation(Effect.CREATE), created));
            case CREATE, CREATE_MANY, CHANGE -> Optional.empty();
        };
    }
}
