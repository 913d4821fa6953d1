package dev.tick.conformance.check;

import dev.tick.conformance.exchange.HttpDate;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.text.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Compares the times of two answers, which must differ. */
final class MovingTimes {
    /** After this time, a clock of whole seconds has moved. */
    private static final Duration MOVED = Duration.ofSeconds(2);

    private MovingTimes() {}

    /**
     * Judges whether a time moved from one answer to a later one; a coarse clock need not have.
     *
     * @param coarse the unit in which a clock may count and stand still between the two
     */
    static Outcome judged(String property, Exchange before, Exchange after, ChronoUnit coarse) {
        Optional<Instant> first = instant(before, property);
        Optional<Instant> second = instant(after, property);
        if (first.isEmpty() || second.isEmpty()) {
            return Outcome.honoured("one of the answers tells no " + property, before, after);
        }
        // Not whether it goes back: two machines of one target may differ by a little.
        boolean stands = second.equals(first) && (isFine(first.get(), coarse) || passed(before, after));
        return stands
                ? Outcome.broken(Mismatch.of(property, "another time than " + first.get(), second.get()), before, after)
                : Outcome.honoured(property + " is " + second.get(), before, after);
    }

    private static Optional<Instant> instant(Exchange exchange, String property) {
        return Timestamp.read(PropertyValues.answered(exchange, property)).map(OffsetDateTime::toInstant);
    }

    private static boolean isFine(Instant time, ChronoUnit coarse) {
        return !time.equals(time.truncatedTo(coarse));
    }

    private static boolean passed(Exchange before, Exchange after) {
        return HttpDate.of(before.response().orElseThrow())
                .flatMap(begin -> HttpDate.of(after.response().orElseThrow()).map(end -> Duration.between(begin, end)))
                .filter(time -> time.compareTo(MOVED) >= 0)
                .isPresent();
    }
}
