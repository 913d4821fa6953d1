/** Internal: What is said to a target and what it answered: each exchange once, the history of a run, and what entities are called in it. */
package dev.tick.conformance.conversation;
