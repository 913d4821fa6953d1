package dev.tick.conformance.conduct;

/** Thrown in place of a request that a run must not send to this target; what rests on it is not tested. */
public final class WithheldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WithheldException(String reason) {
        super(reason);
    }
}
