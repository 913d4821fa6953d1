/** What would become of a request, and which rows of the register say so. */
package dev.tick.stub.explain;
