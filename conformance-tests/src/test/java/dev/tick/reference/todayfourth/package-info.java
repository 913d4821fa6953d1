/**
 * A sound server of today's edition, written from the pages alone by an author who saw nothing of the kit, and faults that the same
 * author seeded; begin at {@link dev.tick.reference.todayfourth.TodayFourthServer}.
 */
package dev.tick.reference.todayfourth;
