/** Internal: The settings of a stub in a file and on the command line: one grammar, an entry for each. */
package dev.tick.stub.config;
