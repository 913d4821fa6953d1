/** Internal: The import graph: which packages depend on which, inside a module and between modules. */
package dev.tick.laws.graph;
