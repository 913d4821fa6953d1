/** The input of a user: a file that a setting names, and how a value that cannot be used is told. */
package dev.tick.conformance.input;
