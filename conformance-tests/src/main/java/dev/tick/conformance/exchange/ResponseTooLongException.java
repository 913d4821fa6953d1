package dev.tick.conformance.exchange;

import java.io.IOException;

/** Thrown when a response is longer than the kit reads. */
final class ResponseTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    ResponseTooLongException(String problem) {
        super(problem);
    }
}
