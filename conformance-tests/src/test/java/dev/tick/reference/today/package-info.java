/**
 * A sound server of today's edition of the API, a second reading of its documentation; it knows nothing of the kit.
 *
 * <p>Begin at {@link independentnow.IndicatorsServer}. It shares no class with the package {@code independent} either, so that
 * one misreading cannot hide in two servers.
 */
package dev.tick.reference.today;
