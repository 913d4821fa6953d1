/** Requests and replies as plain values, so that what the stub decides knows nothing of its web server. */
package dev.tick.stub.http;
