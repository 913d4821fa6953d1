/** Internal: Walks through the code, counted as they run: which classes take part in one request, or in one row of the register. */
package dev.tick.laws.walk;
