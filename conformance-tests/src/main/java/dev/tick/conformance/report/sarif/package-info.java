/** Internal: Results for code scanners: {@code results.sarif}. */
package dev.tick.conformance.report.sarif;
