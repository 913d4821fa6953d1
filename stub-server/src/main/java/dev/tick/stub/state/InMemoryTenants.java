package dev.tick.stub.state;

import dev.tick.stub.access.TenantName;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Tenants in the memory of this process. Each request looks one up, which takes no lock; a change takes one.
 *
 * @param <T> a tenant with all that is its own
 */
public final class InMemoryTenants<T> implements TenantStore<T> {
    /** The words of tenants that ended, of which a refusal can still tell why. */
    private static final int REMEMBERED = 1000;

    private final int most;
    private final AtomicLong uses = new AtomicLong();
    private final Map<String, Slot<T>> byWord = new ConcurrentHashMap<>();
    private final Map<String, String> ends = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Begins empty.
     *
     * @param most how many tenants there may be
     */
    public InMemoryTenants(int most) {
        this.most = most;
    }

    /**
     * The place of a tenant, to which each of its words leads.
     *
     * @param added the number of the use that made it
     * @param used the number of the latest use
     */
    private record Slot<T>(TenantName names, long added, AtomicLong used, T tenant) {}

    @Override
    public boolean isEmpty() {
        return byWord.isEmpty();
    }

    @Override
    public Optional<T> find(String word) {
        return Optional.ofNullable(byWord.get(TenantName.key(word))).map(slot -> {
            slot.used().set(uses.incrementAndGet());
            return slot.tenant();
        });
    }

    @Override
    public synchronized Found<T> findOrAdd(String word, Function<TenantName, T> maker) {
        return find(word)
                .map(tenant -> new Found<>(tenant, false))
                .orElseGet(() -> new Found<>(add(TenantName.of(word), maker), true));
    }

    private T add(TenantName names, Function<TenantName, T> maker) {
        List<Slot<T>> before = slots();
        if (before.size() >= most) {
            before.stream()
                    .min(Comparator.comparingLong(slot -> slot.used().get()))
                    .ifPresent(
                            slot -> end(
                                    slot,
                                    "it ended when there were more than " + most
                                            + " and it had not been used for the longest time; a higher max-tenants keeps more"));
        }
        long now = uses.incrementAndGet();
        Slot<T> slot = new Slot<>(names, now, new AtomicLong(now), maker.apply(names));
        names.keys().forEach(key -> {
            byWord.put(key, slot);
            ends.remove(key);
        });
        return slot.tenant();
    }

    private void end(Slot<T> slot, String reason) {
        slot.names().keys().forEach(key -> {
            byWord.remove(key);
            ends.put(key, reason);
        });
    }

    private List<Slot<T>> slots() {
        // By the key of the id alone: a tenant is a deep record, whose equality takes seconds.
        return byWord.entrySet().stream()
                .filter(entry -> entry.getKey()
                        .equals(TenantName.key(entry.getValue().names().id())))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingLong(Slot::added))
                .toList();
    }

    @Override
    public List<T> all() {
        return slots().stream().map(Slot::tenant).toList();
    }

    @Override
    public synchronized boolean remove(String word) {
        Optional<Slot<T>> slot = Optional.ofNullable(byWord.get(TenantName.key(word)));
        slot.ifPresent(one -> end(one, "it was removed"));
        return slot.isPresent();
    }

    @Override
    public synchronized Optional<String> end(String word) {
        return Optional.ofNullable(ends.get(TenantName.key(word)));
    }
}
