/** Internal: the removal of what runs created on targets that are not ours, as their ledgers say. */
package dev.tick.conformance.cleaning;
