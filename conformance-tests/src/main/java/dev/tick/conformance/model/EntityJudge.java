package dev.tick.conformance.model;

import dev.tick.conformance.model.Entity.Origin;
import dev.tick.spec.contract.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges the responses to reads and changes of one entity. */
final class EntityJudge {
    /** Reads have one shape. */
    private static final String READ = "read";

    private final ServiceRules rules;
    private final Entities entities;
    private final Verdicts verdicts;
    private final Experience experience;

    EntityJudge(ServiceRules rules, Entities entities, Verdicts verdicts, Experience experience) {
        this.rules = rules;
        this.entities = entities;
        this.verdicts = verdicts;
        this.experience = experience;
    }

    void read(Action.Read action, Answer answer, Findings findings) {
        Set<String> about = Set.of(action.identity());
        Optional<Entity> known = entities.find(action.identity());
        Verdicts.Ending ending = verdicts.ending(action, answer, about, findings);
        if (ending == Verdicts.Ending.FAILED) {
            return;
        }
        if (isGone(known)) {
            verdicts.absent(action, answer, READ, findings);
        } else if (isOwn(action, known)) {
            Entity entity = known.orElseThrow();
            if (ending == Verdicts.Ending.SUCCESS) {
                experience.took(action, READ);
                verdicts.conforms(action, answer, about, findings);
                verdicts.shows(
                        entity,
                        answer.json(),
                        answer,
                        property -> read(action, entity, property),
                        "when read",
                        findings);
            } else if (ending == Verdicts.Ending.ODD || verdicts.isUnfounded(action, answer, READ)) {
                verdicts.unsuccessful(
                        action,
                        answer,
                        "An " + rules.noun() + " that is there cannot be read by its owner.",
                        about,
                        findings);
            }
        }
    }

    private List<Claim> read(Action.Read action, Entity entity, String property) {
        Claim own = Claim.of(
                rules.lasting().contains(property) ? Claim.Kind.SERVER_VALUE_STABLE : Claim.Kind.ECHO,
                action.effect(),
                property);
        return entity.origin() == Origin.CHANGED
                ? List.of(
                        Claim.of(Claim.Kind.CHANGES, Effect.CHANGE, property),
                        Claim.of(Claim.Kind.CHANGE_KEEPS, Effect.CHANGE),
                        own)
                : List.of(own);
    }

    void change(Action.Change action, Answer answer, Findings findings) {
        Set<String> about = Set.of(action.identity());
        Optional<Entity> known = entities.find(action.identity());
        Verdicts.Ending ending = verdicts.ending(action, answer, about, findings);
        if (isGone(known)) {
            if (ending != Verdicts.Ending.FAILED) {
                verdicts.absent(action, answer, action.shape(), findings);
            }
            return;
        }
        Entity entity = known.orElseThrow();
        if (!isOwn(action, known) || ending == Verdicts.Ending.FAILED) {
            entity.doubted();
            return;
        }
        if (ending == Verdicts.Ending.SUCCESS) {
            experience.took(action, action.shape());
            changed(action, entity, answer, findings);
        } else if (ending == Verdicts.Ending.ODD || verdicts.isUnfounded(action, answer, action.shape())) {
            verdicts.unsuccessful(
                    action,
                    answer,
                    "A change of what is there is answered with " + answer.status() + ".",
                    about,
                    findings);
            entity.doubted();
        }
    }

    private void changed(Action.Change action, Entity entity, Answer answer, Findings findings) {
        verdicts.conforms(action, answer, Set.of(entity.identity()), findings);
        action.body().properties().forEach(property -> entity.set(property.getKey(), property.getValue()));
        entity.written(Origin.CHANGED);
        verdicts.shows(
                entity,
                answer.json(),
                answer,
                property -> List.of(
                        action.body().has(property)
                                ? Claim.of(Claim.Kind.CHANGES, action.effect(), property)
                                : Claim.of(Claim.Kind.CHANGE_KEEPS, action.effect())),
                "in the response",
                findings);
        verdicts.serverValues().moved(action, entity, answer.json(), answer, findings);
    }

    private static boolean isGone(Optional<Entity> known) {
        return known.isEmpty() || known.get().presence() == Entity.Presence.GONE;
    }

    private static boolean isOwn(Action action, Optional<Entity> known) {
        return known.filter(Entity::isThere)
                .filter(entity -> entity.owner().equals(action.caller()))
                .isPresent();
    }
}
