/** How a stub is configured: by a file, and by options of the same grammar. */
package dev.tick.stub.config;
