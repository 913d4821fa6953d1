/** The settings of a run, from properties and environment: the only reader of their grammar. */
package dev.tick.conformance.settings;
