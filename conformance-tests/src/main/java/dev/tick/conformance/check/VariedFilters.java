package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.sample.Variety;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.List;
import java.util.Optional;

/** Filters by identities of many kinds, which hold what queries and texts in them give a meaning of its own. */
final class VariedFilters {
    private VariedFilters() {}

    /** Returns a case for each variety whose identity has such a character. */
    static List<Case> cases(Requirement row, Conversation conversation) {
        return conversation.varied().changeable().stream()
                .filter(variety -> identity(variety).matches(".*[+&%#?'].*"))
                .map(variety -> new Case(row, variety.name() + " met", Phase.STATE, () -> found(conversation, variety)))
                .toList();
    }

    private static String identity(Variety variety) {
        return variety.body().path(variety.identity()).asString("");
    }

    private static Outcome found(Conversation conversation, Variety variety) {
        Exchange created = conversation.varied().submitted(variety);
        if (!conversation.varied().isThere(variety)) {
            return created.declined()
                    ? Outcome.honoured("such a value is not taken: " + created.line(), created)
                    : Outcome.noTwin(created);
        }
        String identity = conversation.names().identity(created);
        String condition = variety.identity() + " eq '" + identity.replace("'", "''") + "'";
        Exchange list = QueryChecks.query(conversation, "$filter", condition);
        if (!conversation.lists().holds(list, identity)) {
            return Outcome.broken(
                    Mismatch.of(identity + " under " + condition, list.line() + " without it"), created, list);
        }
        Optional<String> other = conversation
                .lists()
                .entities(list)
                .filter(conversation.lists()::answersFor)
                .map(conversation.samples()::identity)
                .filter(one -> !one.equals(identity))
                .findFirst();
        return other.isPresent()
                ? Outcome.broken(
                        other.get() + " is listed under " + condition + ", which it does not meet", created, list)
                : Outcome.honoured("it alone is listed under " + condition, created, list);
    }
}
