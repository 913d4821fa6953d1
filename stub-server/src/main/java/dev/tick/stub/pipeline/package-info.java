/** Internal: From a request to its response in named steps: scenario, access, quota, validation, operation, delivery, journal. */
package dev.tick.stub.pipeline;
