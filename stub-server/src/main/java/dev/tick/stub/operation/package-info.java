/** Internal: The operations of a contract on the state, sound and faulty. */
package dev.tick.stub.operation;
