/** The stub as an extension of JUnit Jupiter, for tests of clients. */
package dev.tick.stub.junit;
