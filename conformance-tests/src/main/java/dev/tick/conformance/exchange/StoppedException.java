package dev.tick.conformance.exchange;

/** Thrown when a run cannot go on, since the target was lost or time is over; the message says why. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. */
    public StoppedException(String problem) {
        super(problem);
    }
}
