/** Internal: Limits on the calls that an application may make in a time. */
package dev.tick.stub.quota;
