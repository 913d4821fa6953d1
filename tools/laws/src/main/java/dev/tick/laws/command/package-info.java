/** Internal: The commands of the laws: write the API files, show the import graph, count the classes of a walk. */
package dev.tick.laws.command;
