package dev.tick.conformance.ledger;

import java.time.Instant;

/**
 * What a ledger is about.
 *
 * @param run the run's id
 * @param target the target's base URL
 * @param tenant the tenant's id; an empty text where none is known
 * @param contract the name of the contract
 * @param started when the run began
 */
public record LedgerHead(String run, String target, String tenant, String contract, Instant started) {}
