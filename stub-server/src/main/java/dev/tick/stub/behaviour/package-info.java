/** What no key of a contract can say: who sees an entity, and what a second submit does. */
package dev.tick.stub.behaviour;
