/** Texts: what of them changes from run to run. */
package dev.tick.conformance.text;
