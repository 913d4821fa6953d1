package dev.tick.stub.state;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pauses in the memory of this process. */
final class InMemoryPauses implements PauseStore {
    /** The callers that were told last; one that is forgotten may come at once. */
    private static final int MAX_CALLERS = 10_000;

    private final ClockMeter meter;
    private final Map<List<String>, Pause> pauses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Pause> eldest) {
            return size() > MAX_CALLERS;
        }
    };

    InMemoryPauses(Clock clock) {
        meter = new ClockMeter(clock);
    }

    /**
     * A pause.
     *
     * @param end when it is over, by the meter
     */
    private record Pause(Duration whole, Duration end) {}

    @Override
    public void begin(String caller, Optional<String> operation, Duration pause) {
        synchronized (this) {
            pauses.put(key(caller, operation), new Pause(pause, meter.passed().plus(pause)));
        }
    }

    @Override
    public Optional<Broken> breakBy(String caller, String operation) {
        synchronized (this) {
            if (pauses.isEmpty()) {
                return Optional.empty();
            }
            return broken(key(caller, Optional.empty())).or(() -> broken(key(caller, Optional.of(operation))));
        }
    }

    private Optional<Broken> broken(List<String> key) {
        Optional<Pause> pause = Optional.ofNullable(pauses.get(key));
        Duration now = meter.passed();
        if (pause.isEmpty() || pause.get().end().compareTo(now) <= 0) {
            pauses.remove(key);
            return Optional.empty();
        }
        Duration whole = pause.get().whole();
        pauses.put(key, new Pause(whole, now.plus(whole)));
        return Optional.of(new Broken(whole, pause.get().end().minus(now)));
    }

    /** Forgets every pause. */
    void clear() {
        synchronized (this) {
            pauses.clear();
        }
    }

    private static List<String> key(String caller, Optional<String> operation) {
        return operation.map(one -> List.of(caller, one)).orElseGet(() -> List.of(caller));
    }
}
