package dev.tick.conformance.client;

import java.util.Optional;

/** A rule of scenarios that is decided without them, call by call. It accuses of what is certain alone. */
interface TrafficRule {
    /** Judges one more call, and returns the breach where it is one. */
    Optional<Decision> accept(ClientCall call);

    /** Forgets what later calls would be compared with, since some were not seen. */
    void forget();

    /** Returns the decision by the calls so far, as far as none is a breach. */
    Decision decision();
}
