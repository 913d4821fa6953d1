package dev.tick.conformance.client;

import dev.tick.conformance.exchange.RetryAfter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides whether a client waited as long as it was told to. */
final class Waits {
    /** Clocks and timers of different programs differ by some milliseconds, and nobody is to be accused for that. */
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    private static final double MILLIS = 1000.0;

    private Waits() {}

    static Decision of(Performance played, int status) {
        List<ClientCall> calls = played.journal().calls();
        List<ClientCall> waited = new ArrayList<>();
        for (int i = 0; i + 1 < calls.size(); i++) {
            Optional<Duration> told = told(calls.get(i), status);
            // Counted from the request, since the journal has no time of the answer; that is in favour of the client.
            Duration pause =
                    Duration.between(calls.get(i).time(), calls.get(i + 1).time());
            if (told.isPresent()) {
                waited.add(calls.get(i));
                waited.add(calls.get(i + 1));
                if (pause.plus(TOLERANCE).compareTo(told.get()) < 0) {
                    return Decision.broken(early(told.get(), pause), waited, List.of(calls.get(i + 1)));
                }
            }
        }
        return waited.isEmpty()
                ? Decision.of(
                        Decision.Kind.NOT_TESTABLE,
                        "the client did not call again after it was told to wait, so there was no wait to see")
                : new Decision(Decision.Kind.HONOURED, "the client came back no earlier than it was told", waited);
    }

    private static Optional<Duration> told(ClientCall call, int status) {
        return call.status().filter(got -> got == status).isPresent()
                ? call.exchange().response().flatMap(response -> RetryAfter.of(response, call.time()))
                : Optional.empty();
    }

    private static String early(Duration told, Duration pause) {
        return String.format(
                Locale.ROOT,
                "told to wait %d s, the client came back after %.1f s",
                told.toSeconds(),
                pause.toMillis() / MILLIS);
    }
}
