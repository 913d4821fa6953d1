/** Internal: Exchanges as they are shown: as text, with everything that a reader needs and no secret. */
package dev.tick.conformance.evidence;
