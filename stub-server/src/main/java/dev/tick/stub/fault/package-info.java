/** Internal: faults that the stub can be told to have, one at a time: named values, derived from the register row by row. */
package dev.tick.stub.fault;
