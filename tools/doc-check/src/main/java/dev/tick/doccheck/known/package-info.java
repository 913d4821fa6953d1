/** Internal: The pages that the contracts were written from, as digests: each text with the rows of the register that hold it. */
package dev.tick.doccheck.known;
