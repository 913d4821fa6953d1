package dev.tick.stub.http;

import java.time.Duration;

/** The way in which the bytes of a response reach the client. */
public sealed interface Delivery {
    /** At once and whole. */
    record Whole() implements Delivery {}

    /** Whole, but this much later. */
    record Delayed(Duration by) implements Delivery {}

    /** The head at once, the body bit by bit over this time. */
    record Trickled(Duration over) implements Delivery {}

    /** Not, or not whole: the connection ends first. */
    record Dropped(DropMode how) implements Delivery {}

    /** The ways in which a connection ends before its response is complete. */
    enum DropMode {
        /** It is closed before the first byte. */
        CLOSED,
        /** It is reset (TCP RST) before the first byte. */
        RESET,
        /** A status line and headers come, then bytes that are no body, then the end. */
        GARBLED
    }
}
