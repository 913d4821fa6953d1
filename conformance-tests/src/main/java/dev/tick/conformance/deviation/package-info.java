/** Internal: Known deviations of a target: the grammar of their file, and which of them still waive what a run found. */
package dev.tick.conformance.deviation;
