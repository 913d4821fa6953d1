/** Internal: The admin calls under {@code /tick}: what the Java API can do, for those who speak HTTP. */
package dev.tick.stub.admin;
