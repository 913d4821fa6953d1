/** Internal: What the stub can be told to break, one thing at a time: named values, derived from the register row by row. */
package dev.tick.stub.fault;
