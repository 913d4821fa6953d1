/** Internal: A run as every report shows it: computed once, read by each format. */
package dev.tick.conformance.report.model;
