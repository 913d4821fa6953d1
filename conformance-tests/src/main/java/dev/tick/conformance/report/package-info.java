/** Writes down what a run found: for machines, for people, and for the console. */
package dev.tick.conformance.report;
