package dev.tick.stub.state;

import dev.tick.stub.access.Application;
import java.util.List;
import java.util.Optional;

/** The applications of the tenant, which come and go while the stub runs; every method is one atomic step. */
public interface Applications {
    /** Adds one, in place of one of the same id. */
    void add(Application application);

    /** Adds one of another id than all others; tells whether it was so. */
    boolean addNew(Application application);

    /** Removes one, whose tokens are refused from now on; tells whether it was there. */
    boolean remove(String id);

    /** Finds the one of this id. */
    Optional<Application> find(String id);

    /** Returns all of them, in the order in which they came. */
    List<Application> all();
}
