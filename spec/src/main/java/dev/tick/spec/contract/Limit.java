package dev.tick.spec.contract;

import java.time.Duration;

/**
 * How often an operation may be called ({@code x-tick-quotas}).
 *
 * @param calls at least 1
 * @param window the time after which the calls are new again
 */
public record Limit(int calls, Duration window) {}
