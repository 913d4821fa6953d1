package dev.tick.conformance.sample;

/** Thrown when the target holds every value of a range already, so that none of a run's own is left. */
public final class NoFreshValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoFreshValueException(String message) {
        super(message);
    }
}
