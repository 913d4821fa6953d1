package dev.tick.conformance.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Progress counters; written by the runner, read by the display. */
final class ProgressState {
    private final Clock clock;
    private final Instant start;
    private int cases;
    private int ended;
    private int requests;
    private Optional<Wait> wait = Optional.empty();

    /** A wait: its reason, its begin, and its length if known. */
    record Wait(String reason, Instant since, Optional<Duration> length) {}

    ProgressState(Clock clock) {
        this.clock = clock;
        start = clock.instant();
    }

    synchronized void planned(int count) {
        cases = count;
    }

    synchronized void ended() {
        ended++;
    }

    synchronized void sent(String request) {
        requests++;
        // A path may hold what a target answered; a terminal would obey its control characters.
        wait = Optional.of(new Wait(request.replaceAll("\\p{C}", "?"), clock.instant(), Optional.empty()));
    }

    synchronized void answered() {
        wait = Optional.empty();
    }

    synchronized void waiting(Duration length, String reason) {
        wait = Optional.of(new Wait(reason.replaceAll("\\p{C}", "?"), clock.instant(), Optional.of(length)));
    }

    /** Returns the present wait if it has lasted this long, or has a known length; else empty. */
    synchronized Optional<Wait> slow(Duration atLeast) {
        return wait.filter(one -> one.length().isPresent() || since(one.since()).compareTo(atLeast) >= 0);
    }

    synchronized Duration elapsed() {
        return since(start);
    }

    /** Returns the counts in one line, such as {@code 137 of 264 cases, 93 requests, 41 s}. */
    synchronized String line() {
        String time = elapsed().toSeconds() + " s";
        return cases == 0
                ? "getting ready, " + time
                : ended + " of " + cases + " cases, " + requests + (requests == 1 ? " request, " : " requests, ")
                        + time;
    }

    /** Returns a wait in one line, such as {@code waiting 4 s for GET /a}, or {@code waiting 4 of 60 s: the quota is used up}. */
    synchronized String line(Wait one) {
        long seconds = since(one.since()).toSeconds();
        return one.length()
                .map(length -> "waiting " + seconds + " of " + length.toSeconds() + " s: " + one.reason())
                .orElse("waiting " + seconds + " s for " + one.reason());
    }

    private Duration since(Instant instant) {
        return Duration.between(instant, clock.instant());
    }
}
