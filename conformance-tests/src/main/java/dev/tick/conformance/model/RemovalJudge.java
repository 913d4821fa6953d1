package dev.tick.conformance.model;

import dev.tick.conformance.outcome.Mismatch;
import java.util.List;
import java.util.Set;

/** Judges the responses to removals. */
final class RemovalJudge {
    private final ServiceRules rules;
    private final Entities entities;
    private final Verdicts verdicts;
    private final Experience experience;

    RemovalJudge(ServiceRules rules, Entities entities, Verdicts verdicts, Experience experience) {
        this.rules = rules;
        this.entities = entities;
        this.verdicts = verdicts;
        this.experience = experience;
    }

    /** Returns whether all that a removal names is there, and is the caller's to remove. */
    private static Truth there(List<Entity> named) {
        return named.stream()
                .map(entity -> switch (entity.presence()) {
                    case THERE -> Truth.TRUE;
                    case GONE -> Truth.FALSE;
                    case UNCERTAIN -> Truth.UNKNOWN;
                })
                .reduce(Truth.TRUE, Truth::and);
    }

    private static Truth reached(Principal caller, List<Entity> named) {
        return named.stream().map(entity -> caller.sees(entity.owner())).reduce(Truth.TRUE, Truth::and);
    }

    void judge(Action.Remove action, Answer answer, Findings findings) {
        Set<String> about = Set.copyOf(action.identities());
        List<Entity> named = action.identities().stream()
                .map(identity -> entities.of(identity, action.caller()))
                .toList();
        Verdicts.Ending ending = verdicts.ending(action, answer, about, findings);
        if (ending == Verdicts.Ending.FAILED) {
            named.forEach(Entity::doubted);
            return;
        }
        Truth there = there(named);
        Truth reached = reached(action.caller(), named);
        if (there == Truth.FALSE) {
            absent(action, answer, named, reached, findings);
        } else if (there == Truth.TRUE && reached == Truth.TRUE) {
            own(action, answer, ending, named, findings);
        } else if (there == Truth.TRUE && reached == Truth.FALSE) {
            foreign(action, answer, ending, named, findings);
        } else {
            named.forEach(Entity::doubted);
        }
    }

    private void absent(Action.Remove action, Answer answer, List<Entity> named, Truth reached, Findings findings) {
        if (reached == Truth.TRUE) {
            verdicts.absent(action, answer, shape(action), findings);
        }
        // What becomes of the others of a refused removal is open.
        named.stream()
                .filter(entity -> entity.presence() != Entity.Presence.GONE)
                .forEach(Entity::doubted);
    }

    private void own(
            Action.Remove action, Answer answer, Verdicts.Ending ending, List<Entity> named, Findings findings) {
        if (ending == Verdicts.Ending.SUCCESS) {
            experience.took(action, shape(action));
            named.forEach(entity -> entity.removed(action.effect()));
            return;
        }
        if (ending == Verdicts.Ending.ODD || verdicts.isUnfounded(action, answer, shape(action))) {
            verdicts.unsuccessful(
                    action,
                    answer,
                    "A " + verdicts.words(action) + " by " + action.caller().name()
                            + " of what is there is answered with " + answer.status() + ".",
                    Set.copyOf(action.identities()),
                    findings);
        }
        named.forEach(Entity::doubted);
    }

    private static String shape(Action.Remove action) {
        return "of " + action.identities().size();
    }

    private void foreign(
            Action.Remove action, Answer answer, Verdicts.Ending ending, List<Entity> named, Findings findings) {
        Claim claim = Claim.of(Claim.Kind.NOT_REMOVED_BY_OTHERS, action.effect());
        if (ending == Verdicts.Ending.DECLINED) {
            return;
        }
        findings.broken(
                List.of(claim),
                Mismatch.of("a refusal", answer.exchange().line()),
                "An application can delete an " + rules.noun() + " that another one submitted.",
                Set.copyOf(action.identities()));
        named.forEach(Entity::doubted);
    }
}
