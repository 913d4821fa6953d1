/** Internal: Results for people at a console: the summary of a run, and {@code summary.txt}. */
package dev.tick.conformance.report.text;
