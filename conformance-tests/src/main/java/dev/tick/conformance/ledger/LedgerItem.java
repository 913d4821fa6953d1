package dev.tick.conformance.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * An entity that a request submits.
 *
 * @param identity what stands for it
 * @param end when it expires by itself; empty where it never does
 */
public record LedgerItem(String identity, Optional<Instant> end) {}
