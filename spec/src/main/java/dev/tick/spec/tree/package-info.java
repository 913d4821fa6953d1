/** Internal: Trees of documents in a form that needs no parser of YAML, which costs a third of a stub's start. */
package dev.tick.spec.tree;
