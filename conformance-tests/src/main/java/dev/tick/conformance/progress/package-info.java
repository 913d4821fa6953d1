/** Internal: the progress of a run, as it is shown at a terminal or in plain lines. */
package dev.tick.conformance.progress;
