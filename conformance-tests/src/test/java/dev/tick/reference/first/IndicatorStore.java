package dev.tick.reference.first;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The indicators of a server, in the order of their creation: those that are read by id, and those that are listed. */
final class IndicatorStore {

    private static final int KEPT_WHEN_FORGETFUL = 30;

    private final IndicatorFault fault;
    private final Map<Key, Indicator> current = new LinkedHashMap<>();
    private final Map<Key, Indicator> listed = new LinkedHashMap<>();
    private long issued = 1_000;

    IndicatorStore(IndicatorFault fault) {
        this.fault = fault;
    }

    synchronized Indicator create(String application, Map<String, String> values, Instant created) {
        Indicator indicator = new Indicator(++issued, values, created, created, application);
        resubmitted(indicator);
        if (fault == IndicatorFault.OLDEST_FORGOTTEN && current.size() > KEPT_WHEN_FORGETFUL) {
            Key eldest = current.keySet().iterator().next();
            current.remove(eldest);
            listed.remove(eldest);
        }
        return indicator;
    }

    synchronized void resubmitted(Indicator indicator) {
        current.put(key(indicator), indicator);
        listed.put(key(indicator), indicator);
    }

    synchronized void patched(Indicator indicator) {
        current.put(key(indicator), indicator);
        if (fault != IndicatorFault.LIST_STALE_AFTER_PATCH) {
            listed.put(key(indicator), indicator);
        }
    }

    synchronized Optional<Indicator> find(String application, String value) {
        return Optional.ofNullable(current.get(new Key(application, value)));
    }

    synchronized List<Indicator> ownedBy(String application) {
        return listed.values().stream()
                .filter(indicator -> indicator.createdBy().equals(application))
                .toList();
    }

    synchronized List<Indicator> all() {
        return List.copyOf(listed.values());
    }

    private static Key key(Indicator indicator) {
        return new Key(indicator.createdBy(), indicator.value());
    }

    /** Every application has its own indicator of a value. */
    private record Key(String application, String value) {}
}
