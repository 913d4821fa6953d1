/** Internal: the ledgers that say, on disk, what runs created on targets that are not ours. */
package dev.tick.conformance.ledger;
