/** The one runner: plans the cases of a register, lets JUnit run them, and computes the verdict. */
package dev.tick.conformance.run;
