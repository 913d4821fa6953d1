package dev.tick.conformance.sample;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The ends of samples: within two days, so that what is left behind is soon gone, and almost a day ahead at least, so that a run ends
 * before them. The same time of day is on the same day for all of a run. Thread-safe.
 */
final class NearEnds {
    /** Two days, but for an hour by which a server's clock may be behind ours. */
    private static final Duration LATEST = Duration.ofHours(47);

    private final Clock clock;
    private Optional<Instant> began = Optional.empty();

    NearEnds(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns a time to come, as a text.
     *
     * @param timeOfDay the text behind the date, with an offset, such as {@code T08:15:30Z}
     */
    String at(String timeOfDay) {
        Instant latest = began().plus(LATEST);
        LocalDate day = LocalDate.ofInstant(latest, ZoneOffset.UTC).plusDays(1);
        while (isAfter(day + timeOfDay, latest)) {
            day = day.minusDays(1);
        }
        return day + timeOfDay;
    }

    /** Returns when the first sample was made: a run that waits for another one, or for a token, has not begun. */
    private synchronized Instant began() {
        Instant first = began.orElseGet(clock::instant);
        began = Optional.of(first);
        return first;
    }

    private static boolean isAfter(String text, Instant latest) {
        try {
            return OffsetDateTime.parse(text).toInstant().isAfter(latest);
        } catch (DateTimeException e) {
            throw new IllegalStateException(
                    "'" + text + "' is no time with an offset; correct the contract's example", e);
        }
    }
}
