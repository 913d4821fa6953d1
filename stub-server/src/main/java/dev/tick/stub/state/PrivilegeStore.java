package dev.tick.stub.state;

import dev.tick.spec.contract.Operation;
import dev.tick.stub.access.Caller;
import dev.tick.stub.access.Privileges;
import java.util.List;

/** The privileges that callers used and held; every method is one atomic step. */
public interface PrivilegeStore {
    /**
     * Counts a call that was served.
     *
     * @param reached the least visibility with which the call would have done the same
     * @param held the roles or scopes of its token
     */
    void count(Caller caller, Operation operation, Caller.Visibility reached, List<String> held);

    /** Returns the privileges of each application that was served, in the order in which they came. */
    List<Privileges> all();
}
