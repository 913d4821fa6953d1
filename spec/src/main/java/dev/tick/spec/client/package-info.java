/** Internal: The scenarios by which clients are judged: what the service does, what is asked of a client, and the rows that this decides. */
package dev.tick.spec.client;
