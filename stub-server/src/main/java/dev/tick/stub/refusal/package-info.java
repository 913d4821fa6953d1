/** Internal: The family's error envelope, and the codes that a contract names. */
package dev.tick.stub.refusal;
