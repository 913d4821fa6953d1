package dev.tick.stub.state;

import dev.tick.stub.quota.Quota;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Quotas in the memory of this process. */
final class InMemoryQuotas implements QuotaStore {
    /** The applications counted last; one that is forgotten starts anew. */
    private static final int MAX_APPLICATIONS = 10_000;

    private final List<Quota> quotas;
    private final Map<String, List<Quota>> own;
    private final TimeMeter meter;
    private final Map<String, List<Counted>> applications = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Counted>> eldest) {
            return size() > MAX_APPLICATIONS;
        }
    };

    /**
     * Creates the quotas before the first call; without quotas no call is refused.
     *
     * @param quotas of all calls of an application together
     * @param own of its calls of one operation, by operationId
     */
    InMemoryQuotas(List<Quota> quotas, Map<String, List<Quota>> own, Clock clock) {
        this.quotas = List.copyOf(quotas);
        this.own = Map.copyOf(own);
        meter = new ClockMeter(clock);
    }

    @Override
    public Optional<Exhausted> take(String application, String operation) {
        List<Quota> particular = own.getOrDefault(operation, List.of());
        if (quotas.isEmpty() && particular.isEmpty()) {
            return Optional.empty();
        }
        synchronized (this) {
            List<Counted> counted = new ArrayList<>(counted(application, quotas));
            if (!particular.isEmpty()) {
                counted.addAll(counted(application + " on " + operation, particular));
            }
            Optional<Exhausted> exhausted = counted.stream()
                    .filter(one -> one.bucket().getAvailableTokens() < 1)
                    .map(InMemoryQuotas::exhausted)
                    .findFirst();
            if (exhausted.isEmpty()) {
                counted.forEach(one -> one.bucket().tryConsume(1));
            }
            return exhausted;
        }
    }

    @Override
    public Map<String, List<Remaining>> remaining() {
        synchronized (this) {
            Map<String, List<Remaining>> remaining = new LinkedHashMap<>();
            applications.forEach((application, counted) -> remaining.put(
                    application,
                    counted.stream()
                            .map(one -> new Remaining(one.quota(), one.bucket().getAvailableTokens()))
                            .toList()));
            return remaining;
        }
    }

    /** Forgets every call. */
    void clear() {
        synchronized (this) {
            applications.clear();
        }
    }

    private List<Counted> counted(String caller, List<Quota> limits) {
        return applications.computeIfAbsent(
                caller,
                key -> limits.stream()
                        .map(quota -> new Counted(quota, bucket(quota)))
                        .toList());
    }

    private Bucket bucket(Quota quota) {
        return Bucket.builder()
                .withCustomTimePrecision(meter)
                .addLimit(limit -> limit.capacity(quota.calls()).refillIntervally(quota.calls(), quota.window()))
                .build();
    }

    private static Exhausted exhausted(Counted one) {
        Duration wait =
                Duration.ofNanos(one.bucket().estimateAbilityToConsume(1).getNanosToWaitForRefill());
        return new Exhausted(one.quota(), wait);
    }

    private record Counted(Quota quota, Bucket bucket) {}

    /**
     * The time that has passed by our clock: a step back counts as no time, so that nobody is told to wait for longer than the window.
     * Asked under the lock of the quotas alone.
     */
    private static final class ClockMeter implements TimeMeter {
        private final Clock clock;
        private Instant last;
        private long passed;

        ClockMeter(Clock clock) {
            this.clock = clock;
            last = clock.instant();
        }

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            passed += Math.max(0, ChronoUnit.NANOS.between(last, now));
            last = now;
            return passed;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
