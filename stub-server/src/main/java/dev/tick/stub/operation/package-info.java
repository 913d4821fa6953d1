/** Internal: The operations of a contract on the state, as they should be, and as a fault has them. */
package dev.tick.stub.operation;
