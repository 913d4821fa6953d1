package dev.tick.spec.contract;

import java.time.Duration;

/**
 * A rate limit of an operation ({@code x-tick-quotas}).
 *
 * @param calls at least 1
 * @param window the time after which the calls are new again
 */
public record RateLimit(int calls, Duration window) {}
