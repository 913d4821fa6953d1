package dev.tick.conformance.input;

/** A setting that cannot be used; the message names it, its value and the remedy. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception whose message says what is wrong and what to do. */
    public InvalidSettingException(String problem) {
        super(problem);
    }
}
