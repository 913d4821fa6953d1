package dev.tick.conformance.client;

import java.util.List;
import java.util.Optional;

/** The rule that no URL holds a token. */
final class TrafficUrls implements TrafficRule {
    private long calls;

    @Override
    public Optional<Decision> accept(ClientCall call) {
        calls++;
        return TokenUse.inUrl(call);
    }

    @Override
    public void forget() {
        // Each call is judged by itself.
    }

    @Override
    public Decision decision() {
        return calls == 0
                ? Decision.of(Decision.Kind.NOT_TESTABLE, "the client made no call at all")
                : new Decision(Decision.Kind.HONOURED, "no URL holds a token", List.of());
    }
}
