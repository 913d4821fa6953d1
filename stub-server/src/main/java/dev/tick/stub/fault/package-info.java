/** Internal: Faults that the stub can play, one at a time: named values, derived from the register row by row. */
package dev.tick.stub.fault;
