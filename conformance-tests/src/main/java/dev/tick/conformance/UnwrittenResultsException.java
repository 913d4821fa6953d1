package dev.tick.conformance;

import dev.tick.conformance.settings.Settings;

/** The end of a run whose results cannot be written, as on a full disk; the run itself is not lost. */
public final class UnwrittenResultsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Verification done;
    private final transient Settings settings;

    UnwrittenResultsException(Verification done, Settings settings, RuntimeException cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.done = done;
        this.settings = settings;
    }

    /** Returns the outcome of the run. */
    public Verification done() {
        return done;
    }

    /** Returns the settings of the run. */
    public Settings settings() {
        return settings;
    }
}
