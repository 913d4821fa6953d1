/** Internal: Judges who calls: the applications of the tenant, and the tokens that they bring. */
package dev.tick.stub.access;
