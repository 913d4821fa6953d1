package dev.tick.stub.state;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Knowledge that there is none of something that others may add; it holds until one is added. */
public final class KnownAbsence {
    private final AtomicInteger added = new AtomicInteger();

    /** How many had been added when there was none. */
    private volatile int addedAtNone = -1;

    /** Tells whether there is none; asks only if one may have been added since there was none. */
    public boolean isTrue(BooleanSupplier none) {
        int now = added.get();
        if (addedAtNone == now) {
            return true;
        }
        if (!none.getAsBoolean()) {
            return false;
        }
        addedAtNone = now;
        return true;
    }

    /** Notes that one has been added. */
    public void noteAdded() {
        added.incrementAndGet();
    }
}
