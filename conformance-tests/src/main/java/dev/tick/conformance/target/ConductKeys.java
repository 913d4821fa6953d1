package dev.tick.conformance.target;

import dev.tick.conformance.conduct.Conduct;
import dev.tick.conformance.conduct.Rate;
import dev.tick.conformance.conduct.Writing;
import dev.tick.conformance.exchange.Loopback;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The conduct towards a target, from its address and from what a file or an option says otherwise. */
public final class ConductKeys {
    /** Most requests a minute, and most of a run, that one may ask for; no server of this API takes as many. */
    public static final int MOST = 1_000_000;

    private ConductKeys() {}

    /** Returns the conduct where nothing is said: the documented pace, and none towards this machine. */
    public static Conduct usual(URI url) {
        return Loopback.is(url) ? Conduct.ofOwn() : Conduct.ofForeign();
    }

    /**
     * Returns a conduct with other values, where they are given.
     *
     * @param pace requests a minute
     */
    public static Conduct of(
            Conduct usual, Optional<Integer> pace, Optional<Integer> budget, Optional<Writing> writing) {
        return new Conduct(
                pace.map(requests -> new Rate(requests, Duration.ofMinutes(1))).orElse(usual.rate()),
                budget.orElse(usual.budget()),
                writing.orElse(usual.writing()));
    }
}
