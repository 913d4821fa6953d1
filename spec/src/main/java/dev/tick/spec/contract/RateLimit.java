package dev.tick.spec.contract;

import java.time.Duration;

/**
 * A rate limit of an operation ({@code x-tick-quotas}).
 *
 * @param calls at least 1
 * @param window the length of the window in which they are counted
 */
public record RateLimit(int calls, Duration window) {}
