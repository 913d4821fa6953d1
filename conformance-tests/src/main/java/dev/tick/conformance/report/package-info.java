/** Internal: Writes what a run found, each format from the same model. */
package dev.tick.conformance.report;
