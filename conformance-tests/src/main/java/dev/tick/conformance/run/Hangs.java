package dev.tick.conformance.run;

import dev.tick.conformance.exchange.Silence;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.spec.http.Exchange;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The cases in a row whose requests hung. A sound request that is sent to see whether the target is still there, or to make what a
 * case needs, ends no row: a target that answers those alone would else take two deadlines for each case.
 */
final class Hangs {
    private static final int MOST = 3;

    private final Set<Exchange> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int row;

    /**
     * Counts a case; one that rests on exchanges of others says nothing new.
     *
     * @param exchanges on which its result rests
     * @throws StoppedException after the third in a row that hung
     */
    void after(List<Exchange> exchanges) {
        List<Exchange> fresh = exchanges.stream().filter(seen::add).toList();
        if (fresh.stream().anyMatch(Silence::is)) {
            row++;
        } else if (!fresh.isEmpty()) {
            row = 0;
        }
        if (row == MOST) {
            throw new StoppedException(
                    MOST + " cases in a row hung, each of them twice, while sound requests were answered; the last: "
                            + fresh.stream()
                                    .filter(Silence::is)
                                    .findFirst()
                                    .orElseThrow()
                                    .line());
        }
    }
}
