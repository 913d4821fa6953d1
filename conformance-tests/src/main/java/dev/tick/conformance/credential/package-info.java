/** Internal: Credentials of applications, and the tokens that authorities issue for them. */
package dev.tick.conformance.credential;
