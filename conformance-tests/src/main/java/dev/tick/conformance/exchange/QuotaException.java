package dev.tick.conformance.exchange;

/** The target's quota is used up, so that nothing more can be learned of it; says what it asked for. */
public final class QuotaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QuotaException(String problem) {
        super(problem);
    }
}
