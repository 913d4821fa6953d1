package dev.tick.stub.behaviour;

import dev.tick.spec.contract.Again;
import dev.tick.stub.odata.Query;
import dev.tick.stub.token.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entities of a tenant as one contract sees them. An application reaches its own alone (the list page says so; reading,
 * changing and removing follow it), unless its role reaches all. Safe for use by many threads.
 */
public final class Entities {
    private final EntityShape shape;
    private final Store store;
    private final long pageSize;

    /**
     * Looks at a store.
     *
     * @param pageSize how many entities a list holds at most, unless it is asked for a number
     */
    public Entities(EntityShape shape, Store store, long pageSize) {
        this.shape = shape;
        this.store = store;
        this.pageSize = pageSize;
    }

    /**
     * Creates the entity, where there is room; submitted again, it is updated and keeps what the server filled in, unless a
     * property differs that only the first submit decides.
     */
    public Outcome submit(Caller caller, JsonNode submitted) {
        synchronized (store) {
            Instant now = store.removeExpired();
            String identity = shape.identity(submitted);
            Optional<Held> existing = find(caller, identity);
            Optional<String> conflict = existing.flatMap(before -> conflict(before, submitted));
            if (conflict.isPresent()) {
                return new Outcome.Conflict(identity, conflict.get());
            }
            if (existing.isEmpty() && store.isFull()) {
                return new Outcome.Full(store.capacity());
            }
            return done(existing.map(
                            before -> replaced(before, shape.updated(before.values(), submitted, caller, now), now))
                    .orElseGet(() -> created(caller, submitted, now)));
        }
    }

    /** Creates or updates each, in their order; one that cannot be taken keeps no other from it. */
    public Outcome submitAll(Caller caller, List<JsonNode> submitted) {
        List<Outcome.Item> items = new ArrayList<>();
        synchronized (store) {
            for (JsonNode one : submitted) {
                items.add(item(shape.identity(one), submit(caller, one)));
            }
        }
        return new Outcome.Taken(items);
    }

    private Outcome.Item item(String identity, Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return new Outcome.Item(identity, Optional.of(shape.address(done.entity())), Optional.empty());
        }
        String reason = outcome instanceof Outcome.Full full ? full.reason() : ((Outcome.Conflict) outcome).reason();
        return new Outcome.Item(identity, Optional.empty(), Optional.of(reason));
    }

    /** Lists what the caller may see and asks for. */
    public Outcome list(Caller caller, Query query) {
        synchronized (store) {
            store.removeExpired();
            Query.Page<ObjectNode> page = query.of(store.of(caller).map(this::view), pageSize);
            return new Outcome.Listed(page.entities(), page.next());
        }
    }

    /** Reads what the caller may see. */
    public Outcome read(Caller caller, String address) {
        synchronized (store) {
            store.removeExpired();
            return addressed(caller, address).map(this::done).orElse(new Outcome.Absent(address));
        }
    }

    /** The caller's entity of what is submitted, before it is submitted. */
    public Optional<ObjectNode> before(Caller caller, JsonNode submitted) {
        synchronized (store) {
            store.removeExpired();
            return find(caller, shape.identity(submitted))
                    .map(held -> view(held).deepCopy());
        }
    }

    /** Changes the changeable properties that are given and keeps every other. */
    public Outcome change(Caller caller, String address, JsonNode change) {
        synchronized (store) {
            Instant now = store.removeExpired();
            return addressed(caller, address)
                    .map(before -> done(replaced(before, shape.changed(before.values(), change, caller, now), now)))
                    .orElse(new Outcome.Absent(address));
        }
    }

    /** Removes all of these, or none when one of them is absent. */
    public Outcome remove(Caller caller, List<String> addresses) {
        synchronized (store) {
            store.removeExpired();
            Set<Held> found = new LinkedHashSet<>();
            for (String address : addresses) {
                Optional<Held> held = addressed(caller, address);
                if (held.isEmpty()) {
                    return new Outcome.Absent(address);
                }
                found.add(held.get());
            }
            found.forEach(store::remove);
            return new Outcome.Removed();
        }
    }

    /** Lists what every application submitted. */
    public Outcome.Listed listOfAll() {
        synchronized (store) {
            store.removeExpired();
            return new Outcome.Listed(store.all().map(this::view).toList());
        }
    }

    /** Lists what the caller may see, as it was at first: what no sound service does once it was changed. */
    public Outcome.Listed listOfOriginals(Caller caller) {
        synchronized (store) {
            store.removeExpired();
            return new Outcome.Listed(
                    store.of(caller).map(held -> shape.shown(held.original())).toList());
        }
    }

    /** Puts this in place of the caller's entity of that address, whatever the rules say. */
    public void force(Caller caller, String address, ObjectNode entity) {
        synchronized (store) {
            Instant now = store.removeExpired();
            addressed(caller, address)
                    .ifPresent(before -> replaced(before, shape.forced(before.values(), entity), now));
        }
    }

    /** Removes the caller's entity of what is submitted, so that the submit creates another one. */
    public void forget(Caller caller, JsonNode submitted) {
        synchronized (store) {
            find(caller, shape.identity(submitted)).ifPresent(store::remove);
        }
    }

    private Held created(Caller caller, JsonNode submitted, Instant now) {
        String number = store.nextNumber();
        ObjectNode values = shape.created(submitted, number, caller, now);
        Held held = new Held(
                new Held.Key(caller.application(), shape.identity(submitted)),
                number,
                values,
                values,
                end(values, now));
        store.put(held);
        return held;
    }

    private Held replaced(Held before, ObjectNode values, Instant now) {
        Held held = new Held(before.key(), before.number(), values, before.original(), end(values, now));
        store.put(held);
        return held;
    }

    /** An entity that has expired when it comes, which a fault alone lets in, stays: it is what the fault is to leave behind. */
    private Optional<Instant> end(ObjectNode values, Instant now) {
        return shape.expiration(values).filter(now::isBefore);
    }

    private Optional<String> conflict(Held before, JsonNode submitted) {
        return shape.again(Again.CONFLICT).stream()
                .filter(name -> !view(before).path(name).equals(EntityShape.given(submitted, name)))
                .findFirst();
    }

    /** The caller's own, or else another's that it reaches. */
    private Optional<Held> find(Caller caller, String identity) {
        Optional<Held> own = store.find(caller.application(), identity);
        return own.isPresent() || caller.reach() == Caller.Reach.OWN ? own : store.findOfAny(identity);
    }

    private Optional<Held> addressed(Caller caller, String address) {
        return shape.isNumbered()
                ? store.numbered(address)
                        .filter(held -> caller.reach() == Caller.Reach.ALL
                                || held.key().owner().equals(caller.application()))
                : find(caller, address);
    }

    private ObjectNode view(Held held) {
        return held.in(shape, shape::shown);
    }

    private Outcome done(Held held) {
        return new Outcome.Done(view(held).deepCopy());
    }
}
