/** Internal: Results for CI servers: {@code junit.xml}. */
package dev.tick.conformance.report.junit;
