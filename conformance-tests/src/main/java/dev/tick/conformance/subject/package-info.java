/** The server under test: where it is, what it can do, and the tokens to reach it with. */
package dev.tick.conformance.subject;
