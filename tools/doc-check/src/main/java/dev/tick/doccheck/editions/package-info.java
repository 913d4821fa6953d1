/** Internal: The differences between one contract and the next, derived from the contracts and their registers. */
package dev.tick.doccheck.editions;
