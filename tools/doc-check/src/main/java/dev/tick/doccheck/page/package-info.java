/** Internal: A page of the vendor's documentation as data: the facts about one operation, each with its line. */
package dev.tick.doccheck.page;
