/** Internal: Request bodies that break one constraint of a contract and nothing else. */
package dev.tick.spec.defect;
