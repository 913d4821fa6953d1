package dev.tick.conformance.exchange;

/** Thrown when the target's quota is used up, so that nothing more can be tested; the message has its {@code Retry-After}. */
public final class QuotaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QuotaException(String problem) {
        super(problem);
    }
}
