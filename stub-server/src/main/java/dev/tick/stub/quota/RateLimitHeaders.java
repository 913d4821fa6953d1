package dev.tick.stub.quota;

/**
 * The headers that tell a client how much is left of its quotas, by a draft of the IETF (draft-ietf-httpapi-ratelimit-headers).
 * The service was not seen to send any.
 */
public enum RateLimitHeaders {
    /** No such header. */
    NONE,
    /** The draft's version 06: {@code RateLimit-Limit}, {@code -Remaining}, {@code -Reset} of the scarcest quota, and {@code -Policy} of all. */
    DRAFT_06,
    /** The draft's version 10: the lists {@code RateLimit-Policy} and {@code RateLimit}, with a member for each quota. */
    DRAFT_10
}
