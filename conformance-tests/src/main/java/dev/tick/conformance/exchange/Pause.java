package dev.tick.conformance.exchange;

import java.time.Duration;

/** Waits, because a target asked for it. */
public interface Pause {
    /**
     * Waits for so long.
     *
     * @param reason what is waited for, for people
     */
    void pause(Duration length, String reason);
}
