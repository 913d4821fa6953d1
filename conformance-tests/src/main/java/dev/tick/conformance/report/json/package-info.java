/** Internal: Results for programs: {@code results.json}. */
package dev.tick.conformance.report.json;
