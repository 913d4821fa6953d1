/** Internal: What a run says while it goes on, and whether there is a terminal to say it to. */
package dev.tick.conformance.progress;
