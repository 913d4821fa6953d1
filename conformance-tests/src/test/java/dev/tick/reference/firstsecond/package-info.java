/**
 * A sound server of the first edition, written from the pages alone by an author who saw nothing of the kit, and faults that the same
 * author seeded; begin at {@link dev.tick.reference.firstsecond.FirstSecondServer}.
 */
package dev.tick.reference.firstsecond;
