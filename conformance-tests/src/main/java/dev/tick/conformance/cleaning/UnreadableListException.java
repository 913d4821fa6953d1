package dev.tick.conformance.cleaning;

/** Thrown when a target gives no whole list; the message has the exchange. */
final class UnreadableListException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableListException(String exchange) {
        super(exchange);
    }
}
