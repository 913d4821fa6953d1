/** What a maintainer runs from the command line. */
package dev.tick.doccheck.command;
