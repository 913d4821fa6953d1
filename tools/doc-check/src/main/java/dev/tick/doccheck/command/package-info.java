/** Internal: The documentation check as a command of the maintainer. */
package dev.tick.doccheck.command;
