package dev.tick.conformance.cleaning;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Exchange;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The attempts to remove entities, and why the target refused some. */
final class RemovalAttempts {
    /** Less than any contract takes at a time. */
    private static final int TOGETHER = 100;

    /** The statuses by which a target says that there is nothing to remove. */
    private static final Set<Integer> GONE = Set.of(404, 410);

    private final Removals removals;
    private final Map<String, String> refusals = new LinkedHashMap<>();

    RemovalAttempts(Removals removals) {
        this.removals = removals;
    }

    /** Removes entities together where the contract has a way, else one by one. */
    void together(Collection<String> addresses) {
        List<String> all = List.copyOf(addresses);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<String> some = all.subList(from, Math.min(all.size(), from + TOGETHER));
            if (!isRemovedTogether(some)) {
                oneByOne(some);
            }
        }
    }

    private boolean isRemovedTogether(List<String> addresses) {
        if (!removals.can(Effect.REMOVE_MANY)) {
            return false;
        }
        Exchange exchange = removals.remove(addresses);
        if (!exchange.accepted() && !removals.can(Effect.REMOVE)) {
            addresses.forEach(address -> refusals.put(address, exchange.line()));
            return true;
        }
        return exchange.accepted();
    }

    /** Removes entities one by one, so that each answer is about one. */
    void oneByOne(Collection<String> addresses) {
        for (String address : addresses) {
            Exchange exchange = removals.remove(address);
            if (!exchange.accepted() && !isGone(exchange)) {
                refusals.put(address, exchange.line());
            }
        }
    }

    /** Notes that the target shows an entity after it said that it removed it. */
    void keeps(String address) {
        refusals.put(address, "it said that it removed it, and shows it");
    }

    /** Returns why an entity is still there; empty where the target said that it is not. */
    Optional<String> refusal(String address) {
        return Optional.ofNullable(refusals.get(address));
    }

    /** Returns whether a target says that there is no such entity. */
    static boolean isGone(Exchange exchange) {
        return exchange.response()
                .filter(response -> GONE.contains(response.status()))
                .isPresent();
    }
}
