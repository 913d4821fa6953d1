package dev.tick.conformance.credential;

/** The failure to get a token; the message says in one line why, and the remedy. No secret is in it. */
public final class UnissuedTokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    UnissuedTokenException(String problem) {
        super(problem);
    }
}
