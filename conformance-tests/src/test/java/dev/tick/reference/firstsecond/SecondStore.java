package dev.tick.reference.firstsecond;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The indicators of all applications in memory; its monitor guards it. */
final class SecondStore {
    private record Key(String owner, String value) {}

    private final FirstSecondFault fault;
    private final Map<Key, SecondIndicator> byKey = new HashMap<>();
    private final TreeMap<Long, SecondIndicator> byOrder = new TreeMap<>();
    private final Map<Key, SecondIndicator> deleted = new HashMap<>();
    private final Map<Long, Object> severityIndex = new HashMap<>();
    private long lastOrder;
    private int deletions;

    SecondStore(FirstSecondFault fault) {
        this.fault = fault;
    }

    private Key key(String owner, String value) {
        boolean fold = fault == FirstSecondFault.URL_CASE_FOLDED && value.contains("://");
        return new Key(owner, fold ? value.toLowerCase(Locale.ROOT) : value);
    }

    long nextOrder() {
        return ++lastOrder;
    }

    /** The living indicator of an application, or null. */
    SecondIndicator find(String owner, String value, Instant now) {
        SecondIndicator found = byKey.get(key(owner, value));
        return found == null || found.expired(now) ? null : found;
    }

    /** The one that was deleted under this identity before, or null. */
    SecondIndicator former(String owner, String value) {
        return deleted.get(key(owner, value));
    }

    /** Stores a new indicator; one that ran out under the same identity makes room. */
    void add(SecondIndicator made) {
        SecondIndicator old = byKey.put(key(made.owner(), made.indicator()), made);
        if (old != null && fault != FirstSecondFault.EXPIRED_STAYS_LISTED) {
            byOrder.remove(old.order());
        }
        byOrder.put(made.order(), made);
        severityIndex.put(made.order(), made.get("severity"));
        if (fault == FirstSecondFault.OLDEST_EVICTED) {
            evict(made.owner());
        }
    }

    private void evict(String owner) {
        List<SecondIndicator> own =
                byOrder.values().stream().filter(i -> i.owner().equals(owner)).toList();
        if (own.size() > 150) {
            byOrder.remove(own.get(0).order());
            byKey.remove(key(owner, own.get(0).indicator()));
        }
    }

    /** Stores a later state of an indicator. */
    void replace(SecondIndicator later, boolean patch) {
        if (fault == FirstSecondFault.TENTH_UPDATE_LOST && later.updates() >= 10) {
            return;
        }
        byKey.put(key(later.owner(), later.indicator()), later);
        byOrder.put(later.order(), later);
        if (!patch) {
            severityIndex.put(later.order(), later.get("severity"));
        }
    }

    void remove(SecondIndicator gone) {
        deletions++;
        if (fault == FirstSecondFault.DELETE_LOST && deletions % 25 == 0) {
            return;
        }
        byKey.remove(key(gone.owner(), gone.indicator()));
        deleted.put(key(gone.owner(), gone.indicator()), gone);
        if (fault != FirstSecondFault.DELETED_STAYS_LISTED) {
            byOrder.remove(gone.order());
            severityIndex.remove(gone.order());
        }
    }

    /** All living indicators in order of creation. */
    List<SecondIndicator> all(Instant now) {
        List<SecondIndicator> living = new ArrayList<>();
        for (SecondIndicator one : byOrder.values()) {
            if (!one.expired(now) || fault == FirstSecondFault.EXPIRED_STAYS_LISTED) {
                living.add(one);
            }
        }
        return living;
    }

    /** What a filter sees of an indicator. */
    Object seen(SecondIndicator one, String property) {
        if (fault == FirstSecondFault.PATCH_STALE_FILTER && property.equals("severity")) {
            return severityIndex.get(one.order());
        }
        return one.get(property);
    }
}
