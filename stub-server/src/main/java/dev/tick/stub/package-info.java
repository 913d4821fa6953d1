/** The stub server as a Java API: start one, point a client at it, close it. */
package dev.tick.stub;
