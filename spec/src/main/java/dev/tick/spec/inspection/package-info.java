/** Internal: Inspection of a contract's files: every problem at once, and what has no row yet. */
package dev.tick.spec.inspection;
