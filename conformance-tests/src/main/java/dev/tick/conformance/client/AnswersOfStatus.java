package dev.tick.conformance.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The latest calls that got one status, by what they asked for; those that nobody came back to for the longest time are forgotten. */
final class AnswersOfStatus {
    /** A call may carry 64 KiB, and traffic may be long. */
    private static final int MOST = 200;

    private final int status;
    private final Map<ClientCall.Likeness, ClientCall> calls = new LinkedHashMap<>();

    AnswersOfStatus(int status) {
        this.status = status;
    }

    /** Takes one more call, and returns the one that it repeats: its answer was there before the repetition was sent. */
    Optional<ClientCall> repeatedBy(ClientCall call) {
        Optional<ClientCall> before = call.likeness()
                .map(calls::get)
                .filter(one -> one.sight()
                        .answered()
                        .filter(answered -> !answered.isAfter(call.time()))
                        .isPresent());
        if (before.isPresent()) {
            call.likeness().ifPresent(calls::remove);
        }
        if (call.status().filter(got -> got == status).isPresent()) {
            call.likeness().ifPresent(likeness -> calls.put(likeness, call));
        }
        if (calls.size() > MOST) {
            calls.remove(calls.keySet().iterator().next());
        }
        return before;
    }

    void forget() {
        calls.clear();
    }
}
