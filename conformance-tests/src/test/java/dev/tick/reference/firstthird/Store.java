package dev.tick.reference.firstthird;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the applications of one tenant submitted; each has its own shelf. Callers hold the store's lock. */
final class Store {
    /** The indicators of one application: by value, in the list's order, and those that were deleted. */
    private static final class Shelf {
        final Map<String, Entry> byValue = new HashMap<>();
        final TreeMap<Long, Entry> inOrder = new TreeMap<>();
        final Map<String, Entry> deleted = new HashMap<>();
        final Map<String, Entry> recent = new HashMap<>();
    }

    private final Map<String, Shelf> shelves = new HashMap<>();
    private final FirstThirdFault fault;
    private long sequence;
    private long version;

    Store(FirstThirdFault fault) {
        this.fault = fault;
    }

    long nextSequence() {
        return ++sequence;
    }

    /** Changes with every write. */
    long version() {
        return version;
    }

    /** The indicator of that value, unless it is over. */
    Entry find(String application, String value, Instant now) {
        Entry entry = shelf(application).byValue.get(value);
        return entry == null || entry.over(now) ? null : entry;
    }

    /** The same for reading alone, from the indicators that were read lately. */
    Entry read(String application, String value, Instant now) {
        Shelf shelf = shelf(application);
        Entry known = shelf.recent.get(value);
        if (known != null && !known.over(now)) {
            return known;
        }
        Entry entry = find(application, value, now);
        if (entry != null) {
            shelf.recent.put(value, entry);
        }
        return entry;
    }

    /** The indicator that a submission of the value would meet. */
    Entry present(String application, String value, Instant now) {
        if (fault == FirstThirdFault.EXPIRED_STILL_CONFLICTS) {
            return shelf(application).byValue.get(value);
        }
        Entry entry = find(application, value, now);
        if (fault == FirstThirdFault.DELETED_STILL_CONFLICTS && entry == null) {
            return shelf(application).deleted.get(value);
        }
        return entry;
    }

    Entry deleted(String application, String value) {
        return shelf(application).deleted.get(value);
    }

    void add(String application, Entry entry) {
        Shelf shelf = shelf(application);
        Entry old = shelf.byValue.put(entry.indicator(), entry);
        if (old != null) {
            shelf.inOrder.remove(old.sequence());
        }
        shelf.deleted.remove(entry.indicator());
        shelf.recent.remove(entry.indicator());
        version++;
        if (fault == FirstThirdFault.LIST_FORGETS_EVERY_THIRTIETH && entry.sequence() % 30 == 0) {
            return;
        }
        shelf.inOrder.put(entry.sequence(), entry);
        if (fault == FirstThirdFault.OLDEST_EVICTED && shelf.inOrder.size() > 120) {
            String oldest = shelf.inOrder.pollFirstEntry().getValue().indicator();
            shelf.byValue.remove(oldest);
            shelf.recent.remove(oldest);
        }
    }

    void replace(String application, Entry entry) {
        Shelf shelf = shelf(application);
        shelf.byValue.put(entry.indicator(), entry);
        shelf.recent.remove(entry.indicator());
        if (fault != FirstThirdFault.LIST_FORGETS_EVERY_THIRTIETH || shelf.inOrder.containsKey(entry.sequence())) {
            shelf.inOrder.put(entry.sequence(), entry);
        }
        version++;
    }

    void remove(String application, Entry entry) {
        Shelf shelf = shelf(application);
        shelf.byValue.remove(entry.indicator());
        shelf.deleted.put(entry.indicator(), entry);
        if (fault != FirstThirdFault.READ_CACHE_OUTLIVES_DELETE) {
            shelf.recent.remove(entry.indicator());
        }
        if (fault != FirstThirdFault.DELETED_STAYS_LISTED) {
            shelf.inOrder.remove(entry.sequence());
        }
        version++;
    }

    /** The application's indicators, the newest first. */
    List<Entry> list(String application, Instant now) {
        List<Entry> rows = new ArrayList<>();
        for (Entry entry : shelf(application).inOrder.descendingMap().values()) {
            if (!entry.over(now) || fault == FirstThirdFault.EXPIRED_STAYS_LISTED) {
                rows.add(entry);
            }
        }
        return rows;
    }

    /** The whole tenant's indicators, the newest first. */
    List<Entry> listAll(Instant now) {
        List<Entry> rows = new ArrayList<>();
        shelves.keySet().forEach(application -> rows.addAll(list(application, now)));
        rows.sort((a, b) -> Long.compare(b.sequence(), a.sequence()));
        return rows;
    }

    private Shelf shelf(String application) {
        return shelves.computeIfAbsent(application, key -> new Shelf());
    }
}
