/**
 * A sound server of today's edition, a second reading of its documentation; it knows nothing of the kit.
 *
 * <p>Begin at {@link dev.tick.reference.today.IndicatorsServer}. It shares no class with the other reference servers, so that one
 * misreading cannot hide in two of them.
 */
package dev.tick.reference.today;
