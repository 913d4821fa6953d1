package dev.tick.conformance.exploration;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.model.Action;
import dev.tick.conformance.model.Answer;
import dev.tick.conformance.model.Claim;
import dev.tick.conformance.model.Discrepancy;
import dev.tick.conformance.model.Experience;
import dev.tick.conformance.model.Findings;
import dev.tick.conformance.model.ServiceModel;
import dev.tick.conformance.model.ServiceRules;
import dev.tick.conformance.sample.NoFreshValueException;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** Plays sequences of steps on the target, each with entities of its own, and holds the responses against the model. */
final class Player {
    private final Conversation conversation;
    private final ServiceRules rules;
    private final Vocabulary vocabulary;
    private final Principals callers;
    private final Experience experience = new Experience();
    private int sequences;

    Player(Conversation conversation, ServiceRules rules, Vocabulary vocabulary, Principals callers) {
        this.conversation = conversation;
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.callers = callers;
    }

    /**
     * Plays a sequence.
     *
     * @param more whether another request may be sent
     * @return the steps that were sent: those whose entities the target told how to address
     */
    List<Played> play(List<PlannedStep> steps, BooleanSupplier more) {
        sequences++;
        ServiceModel model = new ServiceModel(rules, experience);
        StepRequests requests = new StepRequests(conversation, vocabulary, callers, model, sequences);
        List<Played> played = new ArrayList<>();
        for (PlannedStep step : steps) {
            if (!more.getAsBoolean()) {
                break;
            }
            play(step, model, requests).ifPresent(played::add);
        }
        return played;
    }

    private Optional<Played> play(PlannedStep step, ServiceModel model, StepRequests requests) {
        Optional<StepRequests.Prepared> prepared = prepared(step, requests);
        if (prepared.isEmpty()) {
            return Optional.empty();
        }
        Action action = prepared.get().action();
        String known = model.known(action);
        String expected = model.expected(action);
        Exchange exchange =
                conversation.exchange(prepared.get().key(), () -> prepared.get().request());
        Findings findings = conversation.isDoneTwice(exchange)
                ? model.unknown(action)
                : model.judge(action, answer(step, exchange));
        findings.discrepancies().stream().filter(Player::isFirm).forEach(one -> model.doubt(one.identities()));
        return Optional.of(new Played(step, exchange, known, expected, findings, requests.slots()));
    }

    private static Optional<StepRequests.Prepared> prepared(PlannedStep step, StepRequests requests) {
        try {
            return requests.prepare(step);
        } catch (NoFreshValueException e) {
            return Optional.empty();
        }
    }

    private static boolean isFirm(Discrepancy one) {
        return one.claims().stream().noneMatch(claim -> claim.kind() == Claim.Kind.NOTE);
    }

    private Answer answer(PlannedStep step, Exchange exchange) {
        if (step.effect() != Effect.LIST || !exchange.accepted()) {
            return Answer.of(exchange);
        }
        List<JsonNode> first = conversation.lists().firstPage(exchange);
        return new Answer(
                exchange, first, conversation.lists().entities(exchange).toList());
    }
}
