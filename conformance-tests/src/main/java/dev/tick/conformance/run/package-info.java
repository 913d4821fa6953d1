/** Internal: Plans the cases of a register, performs them, and holds their results. */
package dev.tick.conformance.run;
