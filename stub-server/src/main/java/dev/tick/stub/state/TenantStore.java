package dev.tick.stub.state;

import dev.tick.stub.access.TenantName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tenants of a stub beside the default one. Where there are too many, the one that was not used for the longest time ends. Every
 * change is one atomic step.
 *
 * @param <T> a tenant with all that is its own
 */
public interface TenantStore<T> {
    /**
     * A tenant that was asked for.
     *
     * @param isNew whether it was made for that
     */
    record Found<T>(T tenant, boolean isNew) {}

    /** Returns whether there is none. */
    boolean isEmpty();

    /** Returns the tenant of an id or a name; that counts as a use of it. */
    Optional<T> find(String word);

    /**
     * Returns the tenant of an id or a name, or else a new one, which it keeps.
     *
     * @throws IllegalArgumentException when the word can be neither
     */
    Found<T> findOrAdd(String word, Function<TenantName, T> maker);

    /** Returns all, in the order in which they came. */
    List<T> all();

    /** Ends the tenant of an id or a name; returns whether there was one. */
    boolean remove(String word);

    /** Returns how the latest tenant of this id or name ended, for people; empty when none did, or too long ago. */
    Optional<String> end(String word);
}
