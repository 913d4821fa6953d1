package dev.tick.spec.document;

/** Bytes that are not one JSON value; the message says what they are instead. */
public final class InvalidJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** The kind of what is wrong. */
    public enum Reason {
        /** They are something else than one JSON value in UTF-8. */
        NOT_ONE_VALUE,
        /** They are nested more deeply than is read; whether they are JSON, nobody looked. */
        TOO_DEEP
    }

    /** Describes what was found instead. */
    public InvalidJsonException(Reason reason, String found) {
        super(found);
        this.reason = reason;
    }

    /** Returns the kind of what is wrong. */
    public Reason reason() {
        return reason;
    }
}
