/** What changed from one contract to the next, told from the contracts and their registers. */
package dev.tick.doccheck.editions;
