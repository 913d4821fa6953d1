/** Internal: Moods: what the service does to the requests that come, one after another. */
package dev.tick.stub.scenario;
