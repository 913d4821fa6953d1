/** Internal: the conversation with a target: each exchange once, the history of a run, and the names of entities in it. */
package dev.tick.conformance.conversation;
