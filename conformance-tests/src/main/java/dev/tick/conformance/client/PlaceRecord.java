package dev.tick.conformance.client;

import java.util.List;
import java.util.Optional;

/** The record of a place of the contract: the first breach, the first call that carried it, and how many did. */
final class PlaceRecord {
    private Optional<Decision> breach = Optional.empty();
    private Optional<ClientCall> first = Optional.empty();
    private long carrying;
    private boolean passed;

    void breakBy(ClientCall call, String how) {
        breach = Optional.of(new Decision(Decision.Kind.BROKEN, call.exchange().line() + ": " + how, List.of(call)));
    }

    void carry(ClientCall call) {
        carrying++;
        first = first.or(() -> Optional.of(call));
    }

    /** Notes that a call could have carried the place, and did not. */
    void pass() {
        passed = true;
    }

    boolean isBroken() {
        return breach.isPresent();
    }

    boolean isCarried() {
        return carrying > 0;
    }

    /** Returns whether calls could have carried the place, and none did. */
    boolean isPassed() {
        return passed && !isCarried();
    }

    Decision decision() {
        return breach.or(() -> first.map(call -> new Decision(
                        Decision.Kind.HONOURED,
                        "so in " + (carrying == 1 ? "1 call" : "all of " + carrying + " calls"),
                        List.of(call))))
                .orElseGet(() -> Decision.of(Decision.Kind.NOT_TESTABLE, "no call of the client carried this"));
    }
}
