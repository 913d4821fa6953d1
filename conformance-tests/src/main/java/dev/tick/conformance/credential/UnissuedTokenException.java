package dev.tick.conformance.credential;

/** The failure to get a token; the message says in one line why, and the remedy. No secret is in it. */
public final class UnissuedTokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Origin origin;

    /** The side on which something failed. */
    enum Origin {
        /** Something of the request, which has to be corrected. */
        REQUEST,
        /** The authority, which may be up again later. */
        AUTHORITY
    }

    /** Says why, where something of the request has to be corrected. */
    UnissuedTokenException(String problem) {
        this(Origin.REQUEST, problem);
    }

    /** Says why. */
    UnissuedTokenException(Origin origin, String problem) {
        super(problem);
        this.origin = origin;
    }

    /** Returns whether the authority was silent, busy or out of order, so that the same request may succeed later. */
    public boolean isOutage() {
        return origin == Origin.AUTHORITY;
    }

    /** Returns this failure with more words before the reason. */
    public UnissuedTokenException prefixed(String words) {
        return new UnissuedTokenException(origin, words + getMessage());
    }
}
