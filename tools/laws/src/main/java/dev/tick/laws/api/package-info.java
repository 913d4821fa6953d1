/** Internal: The public API of a module as text: the types and members that users may rely on. */
package dev.tick.laws.api;
