/** Reads a page of the vendor's documentation: what it says of one operation, each fact with its line. */
package dev.tick.doccheck.page;
