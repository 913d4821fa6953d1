/** Internal: Scenarios: the actions of the service on the next requests, step by step. */
package dev.tick.stub.scenario;
