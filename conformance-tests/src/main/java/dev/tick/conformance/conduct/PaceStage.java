package dev.tick.conformance.conduct;

import dev.tick.conformance.exchange.Pause;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.RateLimit;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Lets requests pass no faster than a target takes them: all of them together, and those of an operation with a limit of its own. */
final class PaceStage implements Stage {
    private final List<Limited> limits = new ArrayList<>();
    private final Pause pause;

    /** Requests that share a bucket. */
    private record Limited(Predicate<Request> some, Bucket bucket, String words) {}

    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /**
     * Creates the pace of a run; it has none where the rate has no limit.
     *
     * @param operations those of the contract
     */
    PaceStage(Rate rate, List<Operation> operations, Pause pause, Clock clock) {
        this.pause = pause;
        if (rate.isLimited()) {
            limit(request -> true, rate, clock);
            for (Operation operation : operations) {
                for (RateLimit limit : operation.limits()) {
                    limit(
                            request -> request.method().equals(operation.method())
                                    && operation.match(request.path()).isPresent(),
                            new Rate(limit.calls(), limit.window()),
                            clock);
                }
            }
        }
    }

    private void limit(Predicate<Request> some, Rate rate, Clock clock) {
        limits.add(new Limited(
                some,
                bucket(rate, new ClockTime(clock)),
                rate.requests() + " requests in " + rate.window().toSeconds() + " s"));
    }

    private static Bucket bucket(Rate rate, TimeMeter meter) {
        return Bucket.builder()
                .withCustomTimePrecision(meter)
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.steady(), rate.window()))
                .build();
    }

    @Override
    public Consumer<Exchange> admit(Request request) {
        for (Limited one : limits) {
            if (one.some().test(request)) {
                Duration wait = Duration.ofNanos(one.bucket().consumeIgnoringRateLimits(1));
                if (!wait.isZero()) {
                    // A pause of whole milliseconds would otherwise end too early.
                    pause.pause(wait.plusMillis(1), "the pace of " + one.words());
                }
            }
        }
        return NOTHING;
    }
}
