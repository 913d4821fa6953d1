/** Internal: Limits on the requests that a stub reads. */
package dev.tick.stub.limit;
