package dev.tick.conformance.model;

import dev.tick.conformance.exchange.HttpDate;
import dev.tick.conformance.exchange.ServerFailure;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.contract.DocumentedResponse;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.text.Timestamp;
import dev.tick.spec.validation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The judgements that more than one kind of request shares. */
final class Verdicts {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** After this time, a clock of whole seconds has moved. */
    private static final Duration MOVED = Duration.ofSeconds(2);

    /** How a request ended. */
    enum Ending {
        SUCCESS,
        DECLINED,
        /** With 5xx, or without a response. */
        FAILED,
        /** With a status that no page has. */
        ODD
    }

    private final ServiceRules rules;
    private final Experience experience;

    Verdicts(ServiceRules rules, Experience experience) {
        this.rules = rules;
        this.experience = experience;
    }

    /** Returns how a request ended, and holds it against what is never sound. */
    Ending ending(Action action, Answer answer, Set<String> about, Findings findings) {
        if (ServerFailure.asksToComeAgain(answer.exchange())) {
            return Ending.FAILED;
        }
        Claim claim = Claim.of(noServerError(action), action.effect());
        int status = answer.status();
        if (ServerFailure.isIn(answer.exchange())) {
            findings.broken(
                    List.of(claim, Claim.of(Claim.Kind.NOTE, action.effect())),
                    Mismatch.of("no failure of the server", answer.exchange().line()),
                    "A sound " + words(action) + " is answered with "
                            + (status == 0 ? "nothing" : String.valueOf(status)) + ".",
                    about);
            return Ending.FAILED;
        }
        findings.honoured(claim);
        if (status / 100 == 4) {
            return Ending.DECLINED;
        }
        if (!documented(rules.operation(action.effect())).contains(status)) {
            return Ending.ODD;
        }
        findings.honoured(Claim.of(served(action.caller()), action.effect()));
        return Ending.SUCCESS;
    }

    private static Claim.Kind noServerError(Action action) {
        return action instanceof Action.ListAll list && !list.query().equals(Query.all())
                ? Claim.Kind.NO_SERVER_ERROR_TO_QUERY
                : Claim.Kind.NO_SERVER_ERROR;
    }

    /** Returns what a success shows: that the operation works, or that it serves this caller. */
    private static Claim.Kind served(Caller caller) {
        return switch (caller.kind()) {
            case TENANT_WIDE -> Claim.Kind.TENANT_WIDE_SERVED;
            case USER -> Claim.Kind.USER_SERVED;
            case SOUND, OTHER -> Claim.Kind.SUCCESS;
        };
    }

    static List<Integer> documented(Operation operation) {
        return operation.responses().stream()
                .map(DocumentedResponse::status)
                .filter(status -> status / 100 == 2)
                .toList();
    }

    /** Records that a sound request did not get its documented success. */
    void unsuccessful(Action action, Answer answer, String sentence, Set<String> about, Findings findings) {
        findings.broken(
                List.of(
                        Claim.of(served(action.caller()), action.effect()),
                        Claim.of(Claim.Kind.SUCCESS, action.effect())),
                Mismatch.of(expected(action.effect()), answer.exchange().line()),
                sentence,
                about);
    }

    /** Returns the documented successes in words. */
    String expected(Effect effect) {
        return documented(rules.operation(effect)).stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }

    /** Returns a kind of request in words. */
    String words(Action action) {
        String noun = rules.noun();
        return switch (action.effect()) {
            case CREATE -> "submit";
            case CREATE_MANY -> "submit of many";
            case LIST -> action instanceof Action.ListAll list && list.query().equals(Query.all()) ? "list" : "query";
            case READ -> "read of an " + noun;
            case CHANGE -> "change of an " + noun;
            case REMOVE -> "delete";
            case REMOVE_MANY -> "delete of many";
        };
    }

    /** Holds a response against the contract's schema. */
    void conforms(Action action, Answer answer, Set<String> about, Findings findings) {
        for (Violation violation : rules.violations(action.effect(), answer.exchange())) {
            findings.broken(
                    List.of(Claim.of(Claim.Kind.ANSWER, action.effect(), violation.schema())),
                    Mismatch.of(List.of(violation)).get(0),
                    "The response to a " + words(action) + " is not as the contract describes it: "
                            + violation.location() + ".",
                    about);
        }
    }

    /**
     * Holds a request about what is not there against the documented 404. A request that the target never took may be refused for
     * another reason.
     */
    void absent(Action action, Answer answer, String shape, Findings findings) {
        Claim claim = Claim.of(Claim.Kind.ABSENT, action.effect());
        boolean declined = answer.status() / 100 == 4 && !experience.hasTaken(action, shape);
        if (answer.status() == NOT_FOUND) {
            findings.honoured(claim);
        } else if (!declined) {
            findings.broken(
                    List.of(claim),
                    Mismatch.of(NOT_FOUND, answer.exchange().line()),
                    "A " + words(action) + " that names what is not there is answered with " + answer.status()
                            + ", not 404.",
                    Set.of());
        }
    }

    /** Returns whether a refusal of a request about what is there cannot be a matter of the target's taste. */
    boolean isUnfounded(Action action, Answer answer, String shape) {
        return answer.status() == NOT_FOUND
                || experience.hasTaken(action, shape)
                || (action.caller().kind() == Caller.Kind.TENANT_WIDE && answer.status() == FORBIDDEN);
    }

    /**
     * Holds an entity in a response against what it must show, and learns what the server set.
     *
     * @param claims the statements that a property breaks
     * @param where the response in words, such as "in the list"
     */
    void shows(
            Entity entity,
            JsonNode shown,
            Answer answer,
            Function<String, List<Claim>> claims,
            String where,
            Findings findings) {
        Map<List<Claim>, List<Mismatch>> broken = new LinkedHashMap<>();
        Map<List<Claim>, String> first = new LinkedHashMap<>();
        for (Map.Entry<String, List<JsonNode>> property : entity.allowed().entrySet()) {
            hold(property.getKey(), property.getValue(), shown, claims, broken, first, findings);
        }
        for (String property : rules.lasting()) {
            List<JsonNode> told =
                    Optional.ofNullable(entity.told().get(property)).stream().toList();
            if (!told.isEmpty()) {
                hold(property, told, shown, claims, broken, first, findings);
            } else if (shown.hasNonNull(property)) {
                entity.told().put(property, shown.path(property));
            }
        }
        broken.forEach((own, mismatches) -> findings.broken(
                own,
                mismatches.get(0),
                sentence(entity, first.getOrDefault(own, ""), mismatches.get(0), where),
                Set.of(entity.identity())));
    }

    private static void hold(
            String property,
            List<JsonNode> allowed,
            JsonNode shown,
            Function<String, List<Claim>> claims,
            Map<List<Claim>, List<Mismatch>> broken,
            Map<List<Claim>, String> first,
            Findings findings) {
        List<Claim> own = claims.apply(property);
        JsonNode got = shown.path(property);
        if (allowed.stream().anyMatch(value -> PropertyValues.same(value, got))) {
            findings.honoured(own.toArray(Claim[]::new));
        } else {
            String expected = allowed.stream().map(String::valueOf).collect(Collectors.joining(" or "));
            broken.computeIfAbsent(own, key -> new ArrayList<>())
                    .add(Mismatch.of(property, expected, PropertyValues.shown(got)));
            first.putIfAbsent(own, property);
        }
    }

    private String sentence(Entity entity, String property, Mismatch mismatch, String where) {
        return "An " + rules.noun() + " that was " + entity.past() + " has another " + property + " " + where + ": "
                + mismatch.got() + " in place of " + mismatch.expected() + ".";
    }

    /** Holds the caller and the number that a response to a submit names against those of others. */
    void createdBy(Action action, Entity entity, JsonNode shown, Findings findings) {
        rules.resource()
                .filledWith(ServerValue.CALLER)
                .filter(shown::hasNonNull)
                .ifPresent(property -> creator(action, entity, property, shown.path(property), findings));
        rules.resource()
                .filledWith(ServerValue.NUMBER)
                .filter(shown::hasNonNull)
                .ifPresent(property -> number(
                        Claim.of(Claim.Kind.SERVER_VALUE, action.effect(), property),
                        entity,
                        shown.path(property).asString(""),
                        findings));
    }

    private void creator(Action action, Entity entity, String property, JsonNode told, Findings findings) {
        Claim own = Claim.of(Claim.Kind.SERVER_VALUE, action.effect(), property);
        Claim others = Claim.of(Claim.Kind.SERVER_VALUE_PER_CALLER, action.effect(), property);
        JsonNode before = experience.creator(action.caller(), told);
        if (!before.equals(told)) {
            findings.broken(
                    List.of(own),
                    Mismatch.of(property, before, told),
                    "The " + property + " of what one caller submits is not always the same.",
                    Set.of(entity.identity()));
        } else if (action.caller().kind() != Caller.Kind.USER
                && experience.sameCreator(action.caller(), told).isPresent()) {
            findings.broken(
                    List.of(others),
                    Mismatch.of(property, "another value for each application", told),
                    "What two applications submit has the same " + property + ".",
                    Set.of(entity.identity()));
        } else {
            findings.honoured(own);
            findings.honoured(others);
        }
    }

    /** Holds a number against those of others. */
    void number(Claim claim, Entity entity, String number, Findings findings) {
        String holder = experience.holder(number, entity.identity());
        if (holder.equals(entity.identity())) {
            findings.honoured(claim);
        } else {
            findings.broken(
                    List.of(claim),
                    Mismatch.of("another number for each", number + " for " + holder + " and " + entity.identity()),
                    "Two of them have the same number.",
                    Set.of(holder, entity.identity()));
        }
    }

    /** Holds the time of the last update against the one before, and learns it. */
    void moved(Action action, Entity entity, JsonNode shown, Answer answer, Findings findings) {
        Optional<String> property = rules.resource().filledWith(ServerValue.UPDATE_TIME);
        Optional<Instant> told =
                property.map(shown::path).flatMap(Timestamp::read).map(OffsetDateTime::toInstant);
        Optional<Instant> date = answer.exchange().response().flatMap(HttpDate::of);
        if (told.isEmpty() || date.isEmpty()) {
            return;
        }
        Entity.UpdateTime now = new Entity.UpdateTime(told.get(), date.get());
        entity.updated().ifPresent(before -> {
            Claim claim = Claim.of(Claim.Kind.SERVER_VALUE, action.effect(), property.get());
            boolean back = now.told().isBefore(before.told());
            boolean frozen = now.told().equals(before.told())
                    && !now.answered().isBefore(before.answered().plus(MOVED));
            if (back || frozen) {
                findings.broken(
                        List.of(claim),
                        Mismatch.of(property.get(), "later than " + before.told(), now.told()),
                        "The " + property.get() + " of an " + rules.noun() + " does not move on with an update.",
                        Set.of(entity.identity()));
            } else {
                findings.honoured(claim);
            }
        });
        entity.updated(now);
    }
}
