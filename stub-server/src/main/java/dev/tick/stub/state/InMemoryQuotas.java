package dev.tick.stub.state;

import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.QuotaStanding;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final ClockMeter meter;
    private final Map<Counter, List<Counted>> counters = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Counter, List<Counted>> eldest) {
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
    public Taken take(String application, String operation) {
        List<Quota> particular = own.getOrDefault(operation, List.of());
        if (quotas.isEmpty() && particular.isEmpty()) {
            return Taken.UNLIMITED;
        }
        synchronized (this) {
            List<Counted> counted = new ArrayList<>(counted(new Counter(application, Optional.empty()), quotas));
            if (!particular.isEmpty()) {
                counted.addAll(counted(new Counter(application, Optional.of(operation)), particular));
            }
            // The longest pause of all: after a shorter one, a client that waited for it would be refused again.
            Optional<Exhausted> exhausted = counted.stream()
                    .filter(one -> one.bucket().getAvailableTokens() < 1)
                    .map(InMemoryQuotas::exhausted)
                    .max(Comparator.comparing(Exhausted::pause));
            if (exhausted.isEmpty()) {
                counted.forEach(one -> one.bucket().tryConsume(1));
            }
            return new Taken(counted.stream().map(InMemoryQuotas::standing).toList(), exhausted);
        }
    }

    @Override
    public Map<String, List<Remaining>> remaining() {
        synchronized (this) {
            Map<String, List<Remaining>> remaining = new LinkedHashMap<>();
            counters.forEach((counter, counted) -> remaining.put(
                    counter.name(),
                    counted.stream()
                            .map(one -> new Remaining(one.quota(), one.bucket().getAvailableTokens()))
                            .toList()));
            return remaining;
        }
    }

    /** Forgets every call. */
    void clear() {
        synchronized (this) {
            counters.clear();
        }
    }

    private List<Counted> counted(Counter counter, List<Quota> limits) {
        return counters.computeIfAbsent(
                counter,
                key -> limits.stream()
                        .map(quota -> new Counted(quota, bucket(quota), key.operation()))
                        .toList());
    }

    private Bucket bucket(Quota quota) {
        return Bucket.builder()
                .withCustomTimePrecision(meter)
                .addLimit(limit -> limit.capacity(quota.calls()).refillIntervally(quota.calls(), quota.window()))
                .build();
    }

    private static Exhausted exhausted(Counted one) {
        return new Exhausted(one.quota(), untilRefilled(one), one.operation());
    }

    private static QuotaStanding standing(Counted one) {
        long left = one.bucket().getAvailableTokens();
        return new QuotaStanding(one.quota(), left, untilRefilled(one), one.operation());
    }

    /** Returns how long until there is a call more than now; nothing where none is taken. */
    private static Duration untilRefilled(Counted one) {
        long left = one.bucket().getAvailableTokens();
        return left >= one.quota().calls()
                ? Duration.ZERO
                : Duration.ofNanos(
                        one.bucket().estimateAbilityToConsume(left + 1).getNanosToWaitForRefill());
    }

    /**
     * A counter of an application's calls.
     *
     * @param operation whose calls alone it counts; empty for all
     */
    private record Counter(String application, Optional<String> operation) {
        String name() {
            return application + operation.map(one -> " on " + one).orElse("");
        }
    }

    /**
     * The calls that were made of a quota.
     *
     * @param operation whose calls alone it counts; empty for all
     */
    private record Counted(Quota quota, Bucket bucket, Optional<String> operation) {}
}
