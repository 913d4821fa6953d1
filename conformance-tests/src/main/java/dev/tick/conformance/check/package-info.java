/** Internal: The kinds of checks: how a row of the register becomes cases, and what each case makes of the target. */
package dev.tick.conformance.check;
