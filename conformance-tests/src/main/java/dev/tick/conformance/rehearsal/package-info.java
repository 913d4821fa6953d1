/** Internal: The requests of a run before it begins: a rehearsal against a stub shows them, and the target receives nothing. */
package dev.tick.conformance.rehearsal;
