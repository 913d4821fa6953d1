/** How a run behaves towards a target: pace, budget, and whether it writes. */
package dev.tick.conformance.conduct;
