/** How many calls an application may make in a time. */
package dev.tick.stub.quota;
