/** Internal: The modules of the kit as {@code tools/laws/modules.txt} declares them. */
package dev.tick.laws.layout;
