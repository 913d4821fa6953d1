package dev.tick.stub.wiremock;

/** A body that cannot be read; the message says why, for people. */
final class UnreadableBodyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableBodyException(String message, Throwable cause) {
        super(message, cause);
    }
}
