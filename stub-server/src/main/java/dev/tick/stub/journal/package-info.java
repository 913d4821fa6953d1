/** What the stub remembers of the exchanges it took part in, without secrets. */
package dev.tick.stub.journal;
