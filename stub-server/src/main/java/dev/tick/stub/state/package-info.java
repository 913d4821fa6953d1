/** Internal: Everything that a stub remembers, behind one interface; in memory now. */
package dev.tick.stub.state;
