package dev.tick.conformance.model;

import dev.tick.conformance.exchange.ServerFailure;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.contract.DocumentedResponse;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.validation.Violation;
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

    /** The end of a request. */
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
    private final ServerValueJudge serverValues;

    Verdicts(ServiceRules rules, Experience experience) {
        this.rules = rules;
        this.experience = experience;
        serverValues = new ServerValueJudge(rules, experience);
    }

    /** Returns the judge of the values that the server sets. */
    ServerValueJudge serverValues() {
        return serverValues;
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
        if (status / 100 == 4) {
            return Ending.DECLINED;
        }
        return documented(rules.operation(action.effect())).contains(status) ? Ending.SUCCESS : Ending.ODD;
    }

    private static Claim.Kind noServerError(Action action) {
        return action instanceof Action.ListAll list && !list.query().equals(ListQuery.all())
                ? Claim.Kind.NO_SERVER_ERROR_TO_QUERY
                : Claim.Kind.NO_SERVER_ERROR;
    }

    /** Returns what a success shows: that the operation works, or that it serves this caller. */
    private static Claim.Kind served(Principal caller) {
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
            case LIST ->
                action instanceof Action.ListAll list && list.query().equals(ListQuery.all()) ? "list" : "query";
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
        if (answer.status() != NOT_FOUND && !declined) {
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
                || (action.caller().kind() == Principal.Kind.TENANT_WIDE && answer.status() == FORBIDDEN);
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
            hold(property.getKey(), property.getValue(), shown, claims, broken, first);
        }
        for (String property : rules.lasting()) {
            List<JsonNode> told =
                    Optional.ofNullable(entity.told().get(property)).stream().toList();
            if (!told.isEmpty()) {
                hold(property, told, shown, claims, broken, first);
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
            Map<List<Claim>, String> first) {
        List<Claim> own = claims.apply(property);
        JsonNode got = shown.path(property);
        if (allowed.stream().noneMatch(value -> PropertyValues.same(value, got))) {
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
}
