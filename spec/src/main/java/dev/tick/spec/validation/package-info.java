/** Validates messages against a contract and yields their violations. */
package dev.tick.spec.validation;
