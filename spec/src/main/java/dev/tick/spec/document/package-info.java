/** Reads documents: YAML so that every value keeps the line on which it stands, and JSON as RFC 8259 has it. */
package dev.tick.spec.document;
