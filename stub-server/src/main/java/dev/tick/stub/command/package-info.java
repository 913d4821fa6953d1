/** Internal: The stub server as a command. */
package dev.tick.stub.command;
