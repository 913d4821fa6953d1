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

    /** The head and a part of the body; then the connection ends. A response without a body comes whole. */
    sealed interface Incomplete extends Delivery {}

    /** The connection ends at once. */
    record Cut(CutMode how) implements Incomplete {}

    /** After half of the body nothing comes for this time, then the connection is closed. */
    record Hung(Duration silence) implements Incomplete {}

    /** The ways in which a body ends before it is complete. */
    enum CutMode {
        /** Half of it comes, then the connection is closed. */
        HALF_CLOSED,
        /** Half of it comes, then the connection is reset (TCP RST). */
        HALF_RESET,
        /** All of it comes but the chunk without data that ends it (RFC 9112, section 7.1), then the connection is closed. */
        LAST_CHUNK_CUT
    }

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
