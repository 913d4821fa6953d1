/** Internal: the proof of the checks themselves: which seeded faults they caught. */
package dev.tick.conformance.proof;
