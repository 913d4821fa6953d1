package dev.tick.stub.quota;

/** Styles of refusing a call beyond the quota. */
public enum ThrottleStyle {
    /** As the family documents it: the code of its list, and {@code Retry-After}. */
    DOCUMENTED,
    /** As it was recorded once: the code is the status as text, the message tells quota, window and wait; no {@code Retry-After}. */
    RECORDED
}
