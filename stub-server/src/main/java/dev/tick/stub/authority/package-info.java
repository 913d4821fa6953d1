/** Internal: The authority of the tenant: authenticates applications, and issues their tokens. */
package dev.tick.stub.authority;
