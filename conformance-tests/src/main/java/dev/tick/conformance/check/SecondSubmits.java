package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.check.ResubmitCheck;
import dev.tick.spec.check.SecondSubmit;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Requirement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The second submits that the rows of a register note, each of an entity of its own; shared by the rows that judge them. */
final class SecondSubmits {
    private final Conversation conversation;
    private final Operation create;

    /**
     * A second submit on its way.
     *
     * @param word of its row, for keys and names of cases
     */
    record Step(String word, SecondSubmit submit) {}

    SecondSubmits(Conversation conversation) {
        this.conversation = conversation;
        create = conversation.operation(Effect.CREATE);
    }

    /** Returns those of the register, by the ids of their rows. */
    Map<String, Step> all() {
        Map<String, Step> steps = new LinkedHashMap<>();
        for (Requirement row : conversation.register().checked()) {
            row.check()
                    .filter(ResubmitCheck.ResubmitNoted.class::isInstance)
                    .map(ResubmitCheck.ResubmitNoted.class::cast)
                    .ifPresent(check -> steps.put(row.id(), new Step(row.id(), check.submit())));
        }
        return steps;
    }

    /** Returns the missing prerequisite: the other token, or the first submit. */
    Optional<Outcome> untestable(Step step) {
        return step.submit()
                .token()
                .map(TokenKind::of)
                .flatMap(kind -> TokenNeeds.unmet(conversation, create, kind))
                .or(() -> Optional.of(first(step))
                        .filter(first -> !conversation.succeeded(create, first))
                        .map(Outcome::noTwin));
    }

    /** Returns the first submit: of all that the second one changes, or of less where the target does not take that example. */
    Exchange first(Step step) {
        String example = conversation.example(
                create,
                name -> step.submit().needs().stream()
                        .allMatch(property -> conversation.requests().sends(create, name, property)));
        return conversation.create(
                "for the second submit of " + step.word(), conversation.standIn(create, example, other -> true));
    }

    /** Returns the second submit. */
    Exchange second(Step step) {
        Exchange first = first(step);
        return conversation.exchange("second submit of " + step.word(), () -> {
            ObjectNode second = step.submit()
                    .apply(
                            conversation.names().body(first),
                            (body, property) -> conversation.samples().other(create, body, property));
            Request request = first.request().withBody(conversation.samples().ended(second));
            return step.submit()
                    .token()
                    .map(token -> request.with("Authorization", "Bearer " + conversation.token(token)))
                    .orElse(request);
        });
    }

    /** Returns the entity as it is read after the second submit; empty where the target cannot read, or does not find it. */
    Optional<Exchange> read(Step step) {
        if (!conversation.has(Effect.READ)) {
            return Optional.empty();
        }
        second(step);
        Operation read = conversation.operation(Effect.READ);
        return Optional.of(conversation.exchange(
                "read after the second submit of " + step.word(),
                () -> conversation.requests().bare(read, conversation.names().address(first(step)))));
    }
}
