package dev.tick.stub.http;

import java.time.Duration;

/** How the bytes of an answer reach the client. */
public sealed interface Delivery {
    /** At once and whole. */
    record Whole() implements Delivery {}

    /** Whole, but this much later. */
    record Late(Duration by) implements Delivery {}

    /** The head at once, the body bit by bit over this time. */
    record Slow(Duration over) implements Delivery {}

    /** Not, or not whole: the connection ends first. */
    record Lost(Loss how) implements Delivery {}

    /** How a connection ends before its answer was whole. */
    enum Loss {
        /** It is closed before the first byte. */
        CLOSED,
        /** It is reset (TCP RST) before the first byte. */
        RESET,
        /** A status line and headers come, then bytes that are no body, then the end. */
        GARBLED
    }
}
