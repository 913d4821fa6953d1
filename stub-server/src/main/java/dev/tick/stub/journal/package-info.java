/** Internal: Exchanges as a journal holds them, without secrets. */
package dev.tick.stub.journal;
