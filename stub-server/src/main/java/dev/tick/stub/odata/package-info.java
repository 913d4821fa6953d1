/** Internal: Reads the OData V4 query of a list and selects by it; knows nothing of HTTP beyond the query's text. */
package dev.tick.stub.odata;
