package dev.tick.stub.quota;

/** Policies for a caller that comes back before the time that its last {@code Retry-After} named. */
public enum EarlyRetry {
    /** It is treated like every other call. */
    TOLERATED,
    /** It is refused, the journal says so, and the same pause begins anew. */
    REFUSED
}
