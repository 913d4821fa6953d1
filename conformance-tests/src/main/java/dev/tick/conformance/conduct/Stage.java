package dev.tick.conformance.conduct;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.function.Consumer;

/** A stage on the way out of a run: sees each request before it leaves, and what became of it. */
interface Stage {
    /** Takes an exchange and does nothing, as most stages do. */
    Consumer<Exchange> NOTHING = exchange -> {};

    /**
     * Admits a request, perhaps after a while; throws where it must not leave.
     *
     * @return receives the exchange
     */
    Consumer<Exchange> admit(Request request);
}
