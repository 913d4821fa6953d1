/** Internal: Responses as the service writes them, and how their bytes reach the client. */
package dev.tick.stub.http;
