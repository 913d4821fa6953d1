/** Internal: Targets as files: their grammar, the regions of the vendor, and where a file is found. */
package dev.tick.conformance.target;
