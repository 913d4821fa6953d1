package dev.tick.conformance.ledger;

import dev.tick.spec.contract.Effect;
import java.time.Instant;
import java.util.Set;

/**
 * The first line of a ledger: its run and its target.
 *
 * @param run the run's id
 * @param target the target's base URL
 * @param tenant the tenant's id; an empty text where none is known
 * @param contract the contract's file
 * @param capabilities what the target can do
 * @param started when the run began
 */
public record LedgerHead(
        String run, String target, String tenant, String contract, Set<Effect> capabilities, Instant started) {
    /** Copies the set. */
    public LedgerHead {
        capabilities = Set.copyOf(capabilities);
    }
}
