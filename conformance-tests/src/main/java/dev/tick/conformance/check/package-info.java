/** Internal: The kinds of checks: each turns a row of the register into cases, and judges the responses of the target. */
package dev.tick.conformance.check;
