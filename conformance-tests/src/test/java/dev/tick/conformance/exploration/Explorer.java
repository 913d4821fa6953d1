package dev.tick.conformance.exploration;

import dev.tick.conformance.QuickSender;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.subject.Target;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.validation.Validator;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Explores a target, without the cases of other checks. */
final class Explorer {
    private final Conversation conversation;
    private final Exploration exploration;
    private final Specification edition;

    Explorer(Specification edition, Target target, ExplorationPlan plan) {
        this(edition, target, new QuickSender(target.baseUrl()), plan, "0badcafe");
    }

    Explorer(Specification edition, Target target, Sender sender, ExplorationPlan plan, String run) {
        this.edition = edition;
        Clock clock = Clock.systemUTC();
        Validator validator = new Validator(edition.contract(), edition.register(), clock);
        conversation = new Conversation(
                edition.contract(),
                edition.register(),
                validator,
                target,
                sender,
                (length, reason) -> {
                    throw new AssertionError(reason);
                },
                run,
                clock);
        exploration = new Exploration(conversation, validator, plan);
    }

    /** Returns what the exploration finds broken, by the id of the row. */
    Map<String, Outcome> broken() {
        Map<String, Outcome> broken = new LinkedHashMap<>();
        outcomes().forEach((row, outcome) -> {
            if (outcome.kind() == Outcome.Kind.BROKEN) {
                broken.put(row, outcome);
            }
        });
        return broken;
    }

    /** Returns what the exploration finds, by the id of the row. */
    Map<String, Outcome> outcomes() {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Requirement row : edition.register().checked()) {
            if (conversation.has(
                    Conversation.effect(conversation.operation(row.check().orElseThrow())))) {
                for (Case one : exploration.cases(row)) {
                    outcomes.put(row.id(), one.body().get());
                }
            }
        }
        return outcomes;
    }

    List<Exchange> exchanges() {
        return conversation.exchanges();
    }
}
