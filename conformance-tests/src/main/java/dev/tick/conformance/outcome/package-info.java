/** Internal: Cases, and what each of them found: whether a statement holds, and what was expected against what was got. */
package dev.tick.conformance.outcome;
