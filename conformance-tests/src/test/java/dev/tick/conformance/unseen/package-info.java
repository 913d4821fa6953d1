/** How well the kit does on servers whose authors saw neither checks nor rows. */
package dev.tick.conformance.unseen;
