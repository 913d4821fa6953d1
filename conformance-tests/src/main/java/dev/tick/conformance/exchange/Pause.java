package dev.tick.conformance.exchange;

import java.time.Duration;

/** A way to wait when a target asks for it. */
public interface Pause {
    /**
     * Waits.
     *
     * @param reason what is waited for, for people
     */
    void pause(Duration length, String reason);
}
