/** Internal: The certificate that a stub makes for itself. */
package dev.tick.stub.tls;
