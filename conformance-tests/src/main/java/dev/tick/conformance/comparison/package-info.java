/** Internal: Compares the results of two runs: with an earlier one, and with the stub's. */
package dev.tick.conformance.comparison;
