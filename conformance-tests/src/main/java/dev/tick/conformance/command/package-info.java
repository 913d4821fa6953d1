/** Internal: The command {@code tick}: arguments and wiring; what it does is done by {@code Conformance}. */
package dev.tick.conformance.command;
