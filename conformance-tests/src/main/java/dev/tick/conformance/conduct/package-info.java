/** Internal: the way out that all requests of a run take, and what it asks of them. */
package dev.tick.conformance.conduct;
