package dev.tick.conformance.model;

import dev.tick.conformance.conversation.BatchAnswer;
import dev.tick.conformance.model.Entity.Origin;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.spec.contract.ServerValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/** Judges the responses to submits of many. */
final class BatchJudge {
    private final ServiceRules rules;
    private final Entities entities;
    private final Verdicts verdicts;
    private final Experience experience;
    private final SubmitJudge submits;

    BatchJudge(ServiceRules rules, Entities entities, Verdicts verdicts, Experience experience, SubmitJudge submits) {
        this.rules = rules;
        this.entities = entities;
        this.verdicts = verdicts;
        this.experience = experience;
        this.submits = submits;
    }

    void judge(Action.CreateMany action, Answer answer, Findings findings) {
        Set<String> about =
                action.submissions().stream().map(Submission::identity).collect(Collectors.toSet());
        switch (verdicts.ending(action, answer, about, findings)) {
            case SUCCESS -> taken(action, answer, about, findings);
            case DECLINED -> {
                if (action.submissions().stream().allMatch(one -> experience.hasTaken(action, one.shape()))) {
                    verdicts.unsuccessful(
                            action,
                            answer,
                            "A submit of many is refused although others like it were taken.",
                            about,
                            findings);
                }
                doubt(action);
            }
            case ODD -> {
                verdicts.unsuccessful(
                        action, answer, "A submit of many gets a status that no page has.", about, findings);
                doubt(action);
            }
            case FAILED -> doubt(action);
        }
    }

    private void doubt(Action.CreateMany action) {
        action.submissions()
                .forEach(one -> entities.of(one.identity(), action.caller()).doubted());
    }

    private void taken(Action.CreateMany action, Answer answer, Set<String> about, Findings findings) {
        verdicts.conforms(action, answer, about, findings);
        BatchAnswer results = BatchAnswer.of(rules.contract(), answer.exchange());
        Claim success = Claim.of(Claim.Kind.SUCCESS, action.effect());
        if (results.results().size() != action.submissions().size()) {
            findings.broken(
                    List.of(success),
                    Mismatch.of(
                            action.submissions().size() + " results",
                            results.results().size()),
                    "A submit of " + action.submissions().size() + " is answered with "
                            + results.results().size() + " results.",
                    about);
        }
        for (Submission one : action.submissions()) {
            Optional<BatchAnswer.Result> result = results.of(one.identity());
            SubmitJudge.Kind kind = submits.kind(action.caller(), one);
            Entity entity = entities.of(one.identity(), action.caller());
            if (result.isPresent() && !result.get().failed()) {
                experience.took(action, one.shape());
                imported(action, one, kind, entity, result.get().number(), findings);
            } else {
                unreported(action, one, entity, result, answer, findings);
            }
        }
    }

    private void unreported(
            Action.CreateMany action,
            Submission one,
            Entity entity,
            Optional<BatchAnswer.Result> result,
            Answer answer,
            Findings findings) {
        boolean missing = result.isEmpty();
        if (missing || experience.hasTaken(action, one.shape())) {
            findings.broken(
                    List.of(Claim.of(Claim.Kind.SUCCESS, action.effect())),
                    Mismatch.of(
                            "a result of " + one.identity() + " that did not fail",
                            answer.exchange().line()),
                    missing
                            ? "A submit of many has no result for one of them."
                            : "A submit of many rejects one although others like it were taken.",
                    Set.of(one.identity()));
        }
        entity.doubted();
    }

    private void imported(
            Action.CreateMany action,
            Submission one,
            SubmitJudge.Kind kind,
            Entity entity,
            String number,
            Findings findings) {
        switch (kind) {
            case NEW -> {
                entity.forgotten();
                one.body().properties().forEach(property -> entity.set(property.getKey(), property.getValue()));
                entity.written(Origin.IMPORTED);
                numbered(Claim.of(Claim.Kind.IMPORTED, action.effect()), entity, number, findings);
            }
            case UPDATE -> {
                if (rules.importUpdates()) {
                    submits.update(entity, one.body(), Origin.IMPORTED_AGAIN);
                    numbered(Claim.of(Claim.Kind.IMPORTED_AGAIN, action.effect()), entity, number, findings);
                } else {
                    submits.perhaps(entity, one.body());
                }
            }
            case OPEN -> entity.doubted();
        }
    }

    private void numbered(Claim claim, Entity entity, String number, Findings findings) {
        Optional<String> property = rules.resource().filledWith(ServerValue.NUMBER);
        if (property.isEmpty() || number.isEmpty()) {
            return;
        }
        String told = Optional.ofNullable(entity.told().get(property.get()))
                .map(value -> value.asString(""))
                .orElse(number);
        if (told.equals(number)) {
            entity.told().put(property.get(), JsonNodeFactory.instance.stringNode(number));
            verdicts.serverValues().number(claim, entity, number, findings);
        } else {
            findings.broken(
                    List.of(claim),
                    Mismatch.of(property.get(), told, number),
                    "An " + rules.noun() + " that is submitted again among many gets another " + property.get() + ".",
                    Set.of(entity.identity()));
            entity.doubted();
        }
    }
}
