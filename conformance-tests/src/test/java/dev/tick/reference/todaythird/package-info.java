/**
 * A sound server of today's edition, written from the pages alone by an author who saw nothing of the kit, and faults that the same
 * author seeded; begin at {@link dev.tick.reference.todaythird.TodayThirdServer}.
 */
package dev.tick.reference.todaythird;
