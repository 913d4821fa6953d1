package dev.tick.conformance.client;

import dev.tick.conformance.exchange.RetryAfter;
import dev.tick.spec.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides whether a client waited as long as it was told to. */
final class Waits {
    /** Clocks and timers of different programs differ by some milliseconds, and nobody is to be accused for that. */
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    private static final double MILLIS = 1000.0;
    private static final double TENTH = 100.0;
    private static final double TENTHS = 10.0;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Waits() {}

    static Decision of(Performance played, int status) {
        List<ClientCall> calls = played.journal().calls();
        List<ClientCall> waited = new ArrayList<>();
        for (int i = 0; i + 1 < calls.size(); i++) {
            ClientCall before = calls.get(i);
            if (told(before, status).isPresent()) {
                waited.add(before);
                waited.add(calls.get(i + 1));
                Optional<String> early = early(before, calls.get(i + 1), status);
                if (early.isPresent()) {
                    return Decision.broken(early.get(), waited, List.of(calls.get(i + 1)));
                }
            }
        }
        return waited.isEmpty()
                ? withoutReturn(played, status)
                : new Decision(Decision.Kind.HONOURED, "the client came back no earlier than it was told", waited);
    }

    /** A client that was told to wait for longer than a scenario may take is right not to come back. */
    private static Decision withoutReturn(Performance played, int status) {
        return played.journal().calls().stream()
                .filter(call -> told(call, status)
                        .filter(time -> time.compareTo(played.deadline()) >= 0)
                        .isPresent())
                .findFirst()
                .map(call -> new Decision(
                        Decision.Kind.HONOURED,
                        "told to wait " + inWords(told(call, status).orElseThrow()) + ", the client did not come back",
                        List.of(call)))
                .orElseGet(() -> Decision.of(
                        Decision.Kind.NOT_TESTABLE,
                        "the client did not call again after it was told to wait, so there was no wait to see"));
    }

    /** Returns how long a call with this status was told to wait; empty where it was not. */
    static Optional<Duration> told(ClientCall call, int status) {
        return call.status().filter(got -> got == status).isPresent()
                ? call.exchange().response().flatMap(response -> told(response, call.time()))
                : Optional.empty();
    }

    /** A date, and the {@code Date} from which it counts, are whole seconds, between which up to one less may lie. */
    private static Optional<Duration> told(Response response, Instant time) {
        boolean isBetweenDates = response.header("Date").isPresent()
                && response.header("Retry-After")
                        .filter(value -> !value.isBlank()
                                && !Character.isDigit(value.trim().charAt(0)))
                        .isPresent();
        return RetryAfter.of(response, time)
                .map(told -> isBetweenDates && told.compareTo(SECOND) >= 0 ? told.minus(SECOND) : told);
    }

    /** Returns a time to wait, such as {@code 2 s}, or {@code 1.9 s} of a date; never a shorter one. */
    static String inWords(Duration told) {
        return told.toNanosPart() == 0
                ? told.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", Math.ceil(told.toMillis() / TENTH) / TENTHS);
    }

    /** Returns what is wrong with the time of a call behind one that was told to wait; empty where nothing is. */
    static Optional<String> early(ClientCall before, ClientCall next, int status) {
        return told(before, status).flatMap(told -> early(told, before.time(), next.time()));
    }

    /**
     * Returns what is wrong with the time of a call; empty where nothing is.
     *
     * @param told how long the client was told to wait
     * @param before when the call came whose answer told it
     */
    static Optional<String> early(Duration told, Instant before, Instant next) {
        // Counted from the request, since the journal has no time of the answer; that is in favour of the client.
        Duration pause = Duration.between(before, next);
        return pause.plus(TOLERANCE).compareTo(told) < 0
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "told to wait %s, the client came back after %.1f s",
                        inWords(told),
                        pause.toMillis() / MILLIS))
                : Optional.empty();
    }
}
