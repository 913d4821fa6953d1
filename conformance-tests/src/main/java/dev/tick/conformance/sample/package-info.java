/** Internal: Sound messages made from the contract's examples, and messages with exactly one defect. */
package dev.tick.conformance.sample;
