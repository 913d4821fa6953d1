package dev.tick.conformance.conduct;

import dev.tick.conformance.exchange.StoppedException;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Stops a run whose target fails again and again, or says that its quota is used up: the run may be why. A row that asks for a defect
 * may meet a 5xx, so that a few say nothing; half of the last answers say enough.
 */
final class BurstStage implements Stage {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 5;
    private static final int LAST = 20;
    private static final int MOST = 10;

    private final Deque<Integer> last = new ArrayDeque<>();

    @Override
    public Consumer<Exchange> admit(Request request) {
        long failures = last.stream().filter(BurstStage::fails).count();
        if (failures >= MOST) {
            throw new StoppedException(
                    failures + " of the last " + last.size() + " answers were 429 or 5xx, the last one "
                            + last.getLast()
                            + ", and more requests might harm the target; see whether it is well, then run again, perhaps at a lower rate");
        }
        return this::answered;
    }

    private void answered(Exchange exchange) {
        exchange.response().ifPresent(response -> {
            last.addLast(response.status());
            if (last.size() > LAST) {
                last.removeFirst();
            }
        });
    }

    private static boolean fails(int status) {
        return status == TOO_MANY_REQUESTS || status / 100 == SERVER_ERROR;
    }
}
