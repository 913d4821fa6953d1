/** How the tokens of a run are had: credentials of applications, and the authorities that take them. */
package dev.tick.conformance.credential;
