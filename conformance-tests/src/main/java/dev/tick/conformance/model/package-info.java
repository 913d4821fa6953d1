/** Internal: A model of the service, driven by the contract alone: after each request, which responses are sound. */
package dev.tick.conformance.model;
