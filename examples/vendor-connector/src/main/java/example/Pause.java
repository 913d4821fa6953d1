package example;

import java.time.Duration;

/** A way to wait; in tests, not at all. */
@FunctionalInterface
public interface Pause {
    /** Waits for a time. */
    void rest(Duration time) throws InterruptedException;
}
