/** Internal: The comparison of a documentation page with the contract, and the drifts between them. */
package dev.tick.doccheck.drift;
