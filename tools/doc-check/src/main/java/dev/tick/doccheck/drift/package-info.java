/** Holds a page of the documentation against the contract, and tells how they differ. */
package dev.tick.doccheck.drift;
