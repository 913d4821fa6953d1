/** That every fault is caught by the row it breaks, and that nothing sound is accused. */
package dev.tick.conformance.proof;
