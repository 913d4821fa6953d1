/** Internal: Pages for people: {@code report.html}, {@code coverage.html} and {@code kill-matrix.html}. */
package dev.tick.conformance.report.html;
