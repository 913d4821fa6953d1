/** Reads YAML so that every value keeps the line on which it stands. */
package dev.tick.spec.source;
