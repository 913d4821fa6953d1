/** Tokens: what an identity provider issues and how the service judges them. */
package dev.tick.stub.token;
