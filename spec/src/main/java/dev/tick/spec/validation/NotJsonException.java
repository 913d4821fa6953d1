package dev.tick.spec.validation;

/** Bytes that are not one JSON value; the message says what they are instead. */
public final class NotJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was found. */
    public NotJsonException(String found) {
        super(found);
    }
}
