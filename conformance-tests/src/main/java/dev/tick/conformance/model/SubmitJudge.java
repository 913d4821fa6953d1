package dev.tick.conformance.model;

import dev.tick.conformance.model.Entity.Origin;
import dev.tick.spec.contract.ServerValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges the responses to submits. */
final class SubmitJudge {
    private final ServiceRules rules;
    private final Entities entities;
    private final Verdicts verdicts;
    private final Experience experience;

    SubmitJudge(ServiceRules rules, Entities entities, Verdicts verdicts, Experience experience) {
        this.rules = rules;
        this.entities = entities;
        this.verdicts = verdicts;
        this.experience = experience;
    }

    /** The subject of a submit, before it is sent. */
    enum Kind {
        /** Nothing of its identity is there. */
        NEW,
        /** It is there, and the pages say that this updates it. */
        UPDATE,
        /** It may be there, or the pages do not say what becomes of it. */
        OPEN
    }

    /** Returns what a submit is about. */
    Kind kind(Principal caller, Submission submission) {
        Optional<Entity> known = entities.find(submission.identity());
        if (known.isEmpty() || known.get().presence() == Entity.Presence.GONE) {
            return known.filter(entity -> !entity.owner().equals(caller)).isPresent() ? Kind.OPEN : Kind.NEW;
        }
        Entity entity = known.get();
        boolean same = submission.body().properties().stream()
                .filter(property -> rules.decidesResubmits(property.getKey()))
                .allMatch(property -> entity.allows(property.getKey(), property.getValue()));
        return entity.isThere() && same && caller.equals(entity.owner()) && rules.resubmitUpdates()
                ? Kind.UPDATE
                : Kind.OPEN;
    }

    void judge(Action.Create action, Answer answer, Findings findings) {
        Submission submission = action.submission();
        Set<String> about = Set.of(submission.identity());
        Kind kind = kind(action.caller(), submission);
        Entity entity = entities.of(submission.identity(), action.caller());
        switch (verdicts.ending(action, answer, about, findings)) {
            case SUCCESS -> {
                experience.took(action, submission.shape());
                taken(action, kind, entity, answer, findings);
            }
            case DECLINED -> declined(action, kind, entity, answer, findings);
            case ODD -> {
                if (kind == Kind.OPEN) {
                    taken(action, kind, entity, answer, findings);
                } else {
                    verdicts.unsuccessful(
                            action, answer, "A sound submit gets a status that no page has.", about, findings);
                    entity.doubted();
                }
            }
            case FAILED -> entity.doubted();
        }
    }

    /** A refusal is a breach only of what was taken before; an unusual value may be declined. */
    private void declined(Action.Create action, Kind kind, Entity entity, Answer answer, Findings findings) {
        if (kind != Kind.OPEN && experience.hasTaken(action, action.submission().shape())) {
            String sentence = switch (kind) {
                case UPDATE -> "An " + rules.noun() + " that is there cannot be submitted again with other values.";
                case NEW ->
                    entity.removedBy().isPresent()
                            ? "An " + rules.noun() + " that was deleted cannot be submitted again."
                            : "A submit is refused although another like it was taken.";
                case OPEN -> "";
            };
            verdicts.unsuccessful(action, answer, sentence, Set.of(entity.identity()), findings);
        }
        entity.doubted();
    }

    private void taken(Action.Create action, Kind kind, Entity entity, Answer answer, Findings findings) {
        if (kind != Kind.OPEN) {
            verdicts.conforms(action, answer, Set.of(entity.identity()), findings);
        }
        ObjectNode body = action.submission().body();
        switch (kind) {
            case NEW -> {
                entity.forgotten();
                body.properties().forEach(property -> entity.set(property.getKey(), property.getValue()));
                entity.written(Origin.SUBMITTED);
                shown(action, entity, answer, findings);
                verdicts.serverValues().createdBy(action, entity, answer.json(), findings);
            }
            case UPDATE -> {
                update(entity, body, Origin.RESUBMITTED);
                shown(action, entity, answer, findings);
            }
            case OPEN -> open(action, entity, answer, findings);
        }
    }

    /** Records an update that the pages describe. */
    void update(Entity entity, ObjectNode body, Origin origin) {
        // What becomes of a property that is left out is open.
        for (String property : List.copyOf(entity.allowed().keySet())) {
            if (!body.has(property) && !rules.isKept(property)) {
                entity.allowed().remove(property);
            }
        }
        for (Map.Entry<String, JsonNode> property : body.properties()) {
            if (!rules.isKept(property.getKey())) {
                entity.set(property.getKey(), property.getValue());
            }
        }
        entity.written(origin);
    }

    /** Records an update that may or may not have taken place; what becomes of a property that is left out is open, too. */
    void perhaps(Entity entity, ObjectNode body) {
        entity.allowed().keySet().removeIf(property -> !body.has(property));
        body.properties().forEach(property -> entity.setPerhaps(property.getKey(), property.getValue()));
    }

    private void shown(Action.Create action, Entity entity, Answer answer, Findings findings) {
        boolean update = entity.origin() == Origin.RESUBMITTED;
        verdicts.shows(
                entity,
                answer.json(),
                answer,
                property -> update
                        ? List.of(
                                Claim.of(
                                        rules.isKept(property) ? Claim.Kind.RESUBMIT_KEEPS : Claim.Kind.UPDATES,
                                        action.effect(),
                                        property),
                                Claim.of(Claim.Kind.ECHO, action.effect(), property))
                        : List.of(Claim.of(Claim.Kind.ECHO, action.effect(), property)),
                "in the response",
                findings);
        verdicts.serverValues().moved(action, entity, answer.json(), answer, findings);
    }

    /** Learns from a submit whose outcome no page tells; where the number shows that it updated, what lasts must have lasted. */
    private void open(Action.Create action, Entity entity, Answer answer, Findings findings) {
        Optional<String> number = rules.resource().filledWith(ServerValue.NUMBER);
        boolean updated = entity.isThere()
                && rules.resubmitUpdates()
                && number.filter(property -> answer.json()
                                .path(property)
                                .equals(entity.told().get(property)))
                        .isPresent();
        boolean same = action.submission().body().properties().stream()
                .filter(property -> rules.decidesResubmits(property.getKey()))
                .allMatch(property -> entity.allows(property.getKey(), property.getValue()));
        if (updated && same) {
            update(entity, action.submission().body(), Origin.RESUBMITTED);
            shown(action, entity, answer, findings);
        } else if (entity.isThere() && same && entity.owner().equals(action.caller())) {
            perhaps(entity, action.submission().body());
        } else {
            entity.doubted();
        }
    }
}
