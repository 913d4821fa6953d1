/** Internal: A step of the kit's own build. */
package dev.tick.spec.preparation;
