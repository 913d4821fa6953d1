/** Reads a contract: its operations and the schemas of its messages. */
package dev.tick.spec.contract;
