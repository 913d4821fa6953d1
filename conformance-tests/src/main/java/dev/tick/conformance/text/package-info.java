/** Words and texts: the nearest known word, and what of a text changes from run to run. */
package dev.tick.conformance.text;
