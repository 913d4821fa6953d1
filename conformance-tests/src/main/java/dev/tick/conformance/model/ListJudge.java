package dev.tick.conformance.model;

import dev.tick.conformance.model.Condition.Comparison;
import dev.tick.conformance.model.Entity.Presence;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.text.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Judges lists: which entities they show, and which not. */
final class ListJudge {
    private final ServiceRules rules;
    private final Entities entities;
    private final Verdicts verdicts;
    private final CutJudge cuts;

    /** The entities that were seen in a list since they were last written. */
    private final Set<String> seen = new HashSet<>();

    ListJudge(ServiceRules rules, Entities entities, Verdicts verdicts) {
        this.rules = rules;
        this.entities = entities;
        this.verdicts = verdicts;
        cuts = new CutJudge(entities);
    }

    /** Records that an entity was written, so that no list has shown it as it is now. */
    void written(String identity) {
        seen.remove(identity);
    }

    void judge(Action.ListAll action, Answer answer, Findings findings) {
        Verdicts.Ending ending = verdicts.ending(action, answer, Set.of(), findings);
        if (ending == Verdicts.Ending.FAILED) {
            return;
        }
        if (ending != Verdicts.Ending.SUCCESS) {
            declined(action, answer, findings);
            return;
        }
        Map<String, List<JsonNode>> entries = answer.entities().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.path(rules.resource().identity()).asString("")));
        boolean othersAreThere = entities.all().stream()
                .filter(entity -> entity.isThere() && action.shows(entity) == Truth.TRUE)
                .anyMatch(entity -> entries.containsKey(entity.identity()));
        for (Entity entity : entities.all()) {
            List<JsonNode> shown = entries.getOrDefault(entity.identity(), List.of());
            members(action, answer, entity, shown, othersAreThere, findings);
        }
        cuts.judge(action, answer, entries.keySet(), cutting(action.query()), findings);
        strangers(action, answer, findings);
        entities.all().stream()
                .map(Entity::identity)
                .filter(entries::containsKey)
                .forEach(seen::add);
    }

    /** A plain list, and one that the pages describe, is not to be refused. */
    private void declined(Action.ListAll action, Answer answer, Findings findings) {
        ListQuery query = action.query();
        boolean simple = query.filter()
                        .map(filter -> filter instanceof Comparison comparison && comparison.isSimple())
                        .orElse(true)
                && isBinding(query);
        boolean others = action.caller().kind() != Principal.Kind.SOUND;
        if (!simple || (others && !query.equals(ListQuery.all()))) {
            return;
        }
        List<Claim> claims = query.filter().isPresent()
                ? filtered(query.filter().get().comparisons().get(0))
                : query.skip().isPresent()
                        ? List.of(Claim.of(Claim.Kind.SKIPPED, Effect.LIST))
                        : query.top().isPresent() ? List.of(Claim.of(Claim.Kind.LIMITED, Effect.LIST)) : List.of();
        if (claims.isEmpty()) {
            // An application may lack what a list asks for; its own rows tell.
            if (action.caller().kind() != Principal.Kind.OTHER) {
                verdicts.unsuccessful(action, answer, "A sound list is refused.", Set.of(), findings);
            }
            return;
        }
        findings.broken(
                claims,
                Mismatch.of(verdicts.expected(Effect.LIST), answer.exchange().line()),
                "A documented query is refused: " + ListWords.said(query) + ".",
                Set.of());
    }

    /** Returns whether the pages bind a list under this query. */
    private boolean isBinding(ListQuery query) {
        boolean filters = query.filter()
                .map(filter -> filter.isPlain()
                        && filter.comparisons().stream().allMatch(one -> rules.isFiltered(one.property())))
                .orElse(true);
        boolean cuts = (query.top().isEmpty() && query.skip().isEmpty()) || rules.isCut();
        return filters && cuts;
    }

    /** Returns the statements that a list of another length breaks. */
    private List<Claim> cutting(ListQuery query) {
        Claim.Kind described = query.skip().isPresent() ? Claim.Kind.SKIPPED : Claim.Kind.LIMITED;
        return List.of(Claim.of(isBinding(query) ? described : Claim.Kind.NOTE, Effect.LIST));
    }

    private void members(
            Action.ListAll action,
            Answer answer,
            Entity entity,
            List<JsonNode> shown,
            boolean othersAreThere,
            Findings findings) {
        boolean cut = action.query().top().isPresent() || action.query().skip().isPresent();
        Truth due = action.shows(entity);
        if (due == Truth.TRUE && shown.isEmpty() && !cut) {
            missing(action, answer, entity, othersAreThere, findings);
        } else if (due == Truth.FALSE && !shown.isEmpty()) {
            unexpected(action, answer, entity, findings);
        }
        if (entity.isThere() && !shown.isEmpty() && due != Truth.FALSE) {
            shown(answer, entity, shown, findings);
        }
    }

    private void shown(Answer answer, Entity entity, List<JsonNode> shown, Findings findings) {
        if (shown.size() > 1) {
            findings.broken(
                    List.of(Claim.of(Claim.Kind.LISTED_ONCE, Effect.LIST)),
                    Mismatch.of(entity.identity() + " once", shown.size() + " times"),
                    "An " + rules.noun() + " is listed " + shown.size() + " times.",
                    Set.of(entity.identity()));
            return;
        }
        verdicts.shows(entity, shown.get(0), answer, property -> written(entity, property), "in the list", findings);
    }

    /** Returns the statements that a listed value breaks: those about what wrote it last. */
    private List<Claim> written(Entity entity, String property) {
        Claim listed = Claim.of(Claim.Kind.LISTED_AS_SUBMITTED, Effect.LIST);
        Claim own = switch (entity.origin()) {
            case SUBMITTED -> listed;
            case RESUBMITTED ->
                Claim.of(
                        rules.isKept(property) ? Claim.Kind.RESUBMIT_KEEPS : Claim.Kind.UPDATES,
                        Effect.CREATE,
                        property);
            case CHANGED -> Claim.of(Claim.Kind.LISTED_AS_CHANGED, Effect.CHANGE);
            case IMPORTED -> Claim.of(Claim.Kind.IMPORTED, Effect.CREATE_MANY);
            case IMPORTED_AGAIN -> Claim.of(Claim.Kind.IMPORTED_AGAIN, Effect.CREATE_MANY);
        };
        return own.equals(listed) ? List.of(listed) : List.of(own, listed);
    }

    private void missing(
            Action.ListAll action, Answer answer, Entity entity, boolean othersAreThere, Findings findings) {
        Optional<Condition> filter = action.query().filter();
        boolean single = filter.filter(Comparison.class::isInstance).isPresent();
        boolean filterIsToBlame =
                filter.isPresent() && (seen.contains(entity.identity()) || (single && !othersAreThere));
        List<Claim> listed = listed(action, entity);
        List<Claim> claims = filter.isEmpty() || (!filterIsToBlame && isBinding(action.query()))
                ? listed
                : blamed(action, filter.get().comparisons().get(0));
        findings.broken(
                claims,
                Mismatch.of(
                        entity.identity() + ListWords.in(action),
                        answer.exchange().line() + " without it"),
                "An " + rules.noun() + " that was " + entity.past() + " is not listed" + ListWords.under(action)
                        + ListWords.by(action, entity) + ".",
                Set.of(entity.identity()));
    }

    private List<Claim> listed(Action.ListAll action, Entity entity) {
        Claim listed = Claim.of(Claim.Kind.LISTED, Effect.LIST);
        if (!action.caller().equals(entity.owner())) {
            return List.of(Claim.of(Claim.Kind.LISTED_FOR_TENANT_WIDE_ROLE, Effect.LIST), listed);
        }
        return entity.origin() == Entity.Origin.IMPORTED
                ? List.of(Claim.of(Claim.Kind.IMPORTED, Effect.CREATE_MANY), listed)
                : List.of(listed);
    }

    private void unexpected(Action.ListAll action, Answer answer, Entity entity, Findings findings) {
        boolean foreign = action.caller().sees(entity.owner()) == Truth.FALSE;
        boolean gone = entity.presence() == Presence.GONE;
        List<Claim> claims = foreign
                ? List.of(others(action), Claim.of(Claim.Kind.NOT_LISTED_FOR_OTHERS, Effect.LIST))
                : gone
                        ? entity.removedBy()
                                .map(effect -> List.of(Claim.of(Claim.Kind.REMOVED, effect)))
                                .orElse(List.of())
                        : blamed(action, failing(action, entity));
        findings.broken(
                claims,
                Mismatch.of(
                        "a list without " + entity.identity() + ListWords.in(action),
                        answer.exchange().line() + " with it"),
                foreign
                        ? "An " + rules.noun() + " of another application is listed" + ListWords.under(action) + "."
                        : gone
                                ? "An " + rules.noun() + " that its owner deleted is still " + ListWords.found(action)
                                        + "."
                                : "An " + rules.noun() + " is found by a filter on "
                                        + failing(action, entity).property() + " that it does not meet: "
                                        + ListWords.said(action.query()) + ".",
                Set.of(entity.identity()));
    }

    private static Claim others(Action.ListAll action) {
        return action.query().equals(ListQuery.all())
                ? Claim.of(Claim.Kind.NOT_LISTED_FOR_OTHERS, Effect.LIST)
                : Claim.of(Claim.Kind.NOT_LISTED_FOR_OTHERS, Effect.LIST, "query");
    }

    private static Comparison failing(Action.ListAll action, Entity entity) {
        List<Comparison> all = action.query().filter().orElseThrow().comparisons();
        return all.stream()
                .filter(one -> one.isMetBy(entity) == Truth.FALSE)
                .findFirst()
                .orElse(all.get(0));
    }

    private List<Claim> blamed(Action.ListAll action, Comparison comparison) {
        return isBinding(action.query()) ? filtered(comparison) : List.of(Claim.of(Claim.Kind.NOTE, Effect.LIST));
    }

    private static List<Claim> filtered(Comparison comparison) {
        return List.of(Claim.of(Claim.Kind.FILTERED, Effect.LIST, comparison.property()));
    }

    /** Holds what others have in a filtered list against the filter, as far as the entry itself tells. */
    private void strangers(Action.ListAll action, Answer answer, Findings findings) {
        Optional<Comparison> comparison =
                action.query().filter().stream().flatMap(ListJudge::demanded).findFirst();
        if (comparison.isEmpty() || !isBinding(action.query())) {
            return;
        }
        answer.entities().stream()
                .filter(entry -> entities.find(
                                entry.path(rules.resource().identity()).asString(""))
                        .isEmpty())
                .filter(entry -> isOther(entry.path(comparison.get().property()), comparison.get()))
                .findFirst()
                .ifPresent(entry -> findings.broken(
                        filtered(comparison.get()),
                        Mismatch.of(
                                comparison.get().property(),
                                comparison.get().literal(),
                                entry.path(comparison.get().property())),
                        "A filter on " + comparison.get().property() + " lists what does not meet it: "
                                + ListWords.said(action.query()) + ".",
                        Set.of()));
    }

    private static boolean isOther(JsonNode value, Comparison comparison) {
        return value.isString()
                && !value.asString("").equalsIgnoreCase(comparison.literal().asString(""));
    }

    /** Returns the comparisons with a text that every listed entity must meet. */
    private static Stream<Comparison> demanded(Condition condition) {
        if (condition instanceof Condition.And both) {
            return Stream.concat(demanded(both.left()), demanded(both.right()));
        }
        return condition instanceof Comparison one
                        && one.operator() == Condition.Operator.EQ
                        && one.literal().isString()
                        && Timestamp.read(one.literal()).isEmpty()
                ? Stream.of(one)
                : Stream.of();
    }
}
