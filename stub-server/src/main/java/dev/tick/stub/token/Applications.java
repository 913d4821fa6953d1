package dev.tick.stub.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The applications of the tenant, which come and go while the stub runs; safe for use by many threads. */
public final class Applications {
    private final Map<String, Application> applications = new LinkedHashMap<>();

    /** Begins with these. */
    public Applications(List<Application> first) {
        first.forEach(this::add);
    }

    /** Adds one, in place of one of the same id. */
    public synchronized void add(Application application) {
        applications.put(application.id(), application);
    }

    /** Removes one, whose tokens are refused from now on; tells whether it was there. */
    public synchronized boolean remove(String id) {
        return applications.remove(id) != null;
    }

    /** The one of this id. */
    public synchronized Optional<Application> find(String id) {
        return Optional.ofNullable(applications.get(id));
    }

    /** All of them, in the order in which they came. */
    public synchronized List<Application> all() {
        return List.copyOf(applications.values());
    }
}
