/** Internal: Forwards calls to a real service, and hands its answers back. */
package dev.tick.conformance.proxy;
