package dev.tick.conformance.conduct;

import dev.tick.conformance.exchange.SettableClock;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The time that the pace alone makes requests take; nobody waits for it. */
public final class PaceForecast {
    private PaceForecast() {}

    /**
     * Returns the time between the first and the last of some requests.
     *
     * @param operations those of the contract, of which each may have a limit of its own
     * @param requests in their order
     */
    public static Duration of(Rate rate, List<Operation> operations, List<Request> requests) {
        SettableClock clock = new SettableClock();
        PaceStage pace = new PaceStage(
                rate, operations, (length, reason) -> clock.set(clock.instant().plus(length)), clock);
        requests.forEach(pace::admit);
        return Duration.between(Instant.EPOCH, clock.instant());
    }
}
