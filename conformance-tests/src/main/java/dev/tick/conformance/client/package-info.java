/** Internal: Clients are walked through scenarios, and judged by what they sent. */
package dev.tick.conformance.client;
