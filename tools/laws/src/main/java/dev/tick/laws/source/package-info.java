/** Internal: Laws of names and javadoc, read from the sources by the compiler's own parser. */
package dev.tick.laws.source;
