/** Internal: The causes of what went wrong in a run: each told once, with the rows that it broke and those that wait for it. */
package dev.tick.conformance.cause;
