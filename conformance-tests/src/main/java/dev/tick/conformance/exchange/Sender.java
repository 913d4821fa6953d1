package dev.tick.conformance.exchange;

/** Sends requests to a target. */
public interface Sender {
    /** Sends a request and waits for the answer; never throws for what the target does. */
    Exchange send(Message message);
}
