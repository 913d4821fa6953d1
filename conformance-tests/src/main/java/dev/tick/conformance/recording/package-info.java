/** Internal: Recordings of traffic, as browsers and proxies export them. */
package dev.tick.conformance.recording;
