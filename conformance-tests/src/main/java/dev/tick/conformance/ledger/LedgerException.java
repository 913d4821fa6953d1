package dev.tick.conformance.ledger;

/** Thrown when a ledger cannot be written, read or locked; the message says what to do. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. */
    public LedgerException(String problem) {
        super(problem);
    }
}
