package dev.tick.conformance.conversation;

import dev.tick.conformance.sample.Availability;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Exchange;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The identities that a target held before this run drew the first of a small range, by its list. */
final class HeldIdentities {
    private final Conversation conversation;
    private Optional<Set<String>> listed = Optional.empty();

    HeldIdentities(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Returns whether the target holds an identity; the first call reads the list. */
    Availability availability(String identity) {
        if (!conversation.has(Effect.LIST)) {
            return Availability.UNKNOWN;
        }
        Exchange list = conversation.exchange(
                "list before addresses are drawn",
                () -> conversation.requests().bare(conversation.operation(Effect.LIST), ""));
        if (!SuccessRules.answered(conversation.operation(Effect.LIST), list)) {
            return Availability.UNKNOWN;
        }
        Set<String> held = listed.orElseGet(() -> conversation
                .lists()
                .entities(list)
                .map(conversation.samples()::identity)
                .collect(Collectors.toSet()));
        listed = Optional.of(held);
        return held.contains(identity) ? Availability.TAKEN : Availability.FREE;
    }
}
