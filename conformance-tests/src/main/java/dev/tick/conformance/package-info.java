/** Internal: The conformance tests as one call: settings in, verdict out. */
package dev.tick.conformance;
