package example;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Decides whether a request is sent again, and how long after. */
final class Patience {
    private static final int ATTEMPTS = 5;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> PASSING = Set.of(408, TOO_MANY_REQUESTS, 500, 502, 503, 504);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** A quota counts minutes; whoever is not told when to come again waits for half of one. */
    private static final Duration FOR_A_QUOTA = Duration.ofSeconds(30);

    /** The first pause after passing trouble; it doubles with each attempt, and is up to twice as long by chance. */
    private static final Duration SHORTEST = Duration.ofMillis(200);

    private Patience() {}

    /** Returns the pause after an attempt, from 1, whose answer was lost; empty after the last. */
    static Optional<Duration> afterLoss(int attempt) {
        return attempt < ATTEMPTS ? Optional.of(pause(attempt)) : Optional.empty();
    }

    /** Returns the pause after an attempt, from 1, that was answered so; empty where no repetition helps, or after the last. */
    static Optional<Duration> after(int attempt, int status, HttpHeaders headers) {
        if (attempt >= ATTEMPTS || !PASSING.contains(status)) {
            return Optional.empty();
        }
        Duration asked = asked(headers).orElse(status == TOO_MANY_REQUESTS ? FOR_A_QUOTA : Duration.ZERO);
        Duration pause = pause(attempt);
        return Optional.of(asked.compareTo(pause) > 0 ? asked : pause).filter(wait -> wait.compareTo(LONGEST) <= 0);
    }

    private static Duration pause(int attempt) {
        long shortest = SHORTEST.toMillis() << (attempt - 1);
        return Duration.ofMillis(shortest + ThreadLocalRandom.current().nextLong(shortest));
    }

    /** Returns what a Retry-After asks for, seconds or a date; the date is compared with the service's own clock. */
    private static Optional<Duration> asked(HttpHeaders headers) {
        return headers.firstValue("Retry-After").flatMap(told -> told.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(told)))
                : date(told).map(then -> Duration.between(
                        headers.firstValue("Date").flatMap(Patience::date).orElseGet(Instant::now), then)));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
