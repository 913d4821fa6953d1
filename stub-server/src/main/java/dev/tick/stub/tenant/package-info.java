/** Internal: The tenants of one stub: what each has of its own, and which of them a request belongs to. */
package dev.tick.stub.tenant;
