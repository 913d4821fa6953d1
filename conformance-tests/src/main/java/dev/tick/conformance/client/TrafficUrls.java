package dev.tick.conformance.client;

import java.util.Optional;

/** The rule that no URL holds a token. */
final class TrafficUrls implements TrafficRule {
    @Override
    public Optional<Decision> accept(ClientCall call) {
        return TokenUse.inUrl(call);
    }

    @Override
    public void forget() {
        // Each call is judged by itself.
    }

    @Override
    public Decision decision() {
        return Decision.of(Decision.Kind.HONOURED, "no URL holds a token");
    }
}
