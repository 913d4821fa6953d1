/** Internal: From the result of each requirement to the verdict of a run. */
package dev.tick.conformance.verdict;
