/** Internal: The exploration: sequences of sound requests from a seed, held against the model, and shrunk where they differ. */
package dev.tick.conformance.exploration;
