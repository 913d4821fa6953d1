/** Internal: An entity as one contract shows it, and what no key of a contract can say: who sees it, and what a resubmit does. */
package dev.tick.stub.entity;
