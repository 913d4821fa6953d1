package dev.tick.conformance.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Decides what a client does that the token endpoint refused. */
final class TokenRefusals {
    private TokenRefusals() {}

    /** Decides whether what got this status was asked for again in the same manner. */
    static Decision unrepeated(Performance played, int status) {
        List<ClientTokenCall> calls = played.journal().tokenCalls();
        for (int i = 0; i < calls.size(); i++) {
            ClientTokenCall refused = calls.get(i);
            Optional<ClientTokenCall> again = calls.stream()
                    .skip(i + 1L)
                    .filter(call -> refused.got(status) && call.manner().equals(refused.manner()))
                    .findFirst();
            if (again.isPresent()) {
                return broken(
                        "the token endpoint refused with " + status + ", and was asked the same again: " + calls.size()
                                + " calls in all",
                        again.get());
            }
        }
        return calls.stream().anyMatch(call -> call.got(status))
                ? Decision.of(
                        Decision.Kind.HONOURED,
                        "the token endpoint refused with " + status + ", and was not asked the same again")
                : Decision.of(Decision.Kind.NOT_TESTABLE, "no request for a token got " + status);
    }

    /** Decides whether the client waited as long as an answer with this status told it to. */
    static Decision waits(Performance played, int status) {
        List<ClientTokenCall> calls = played.journal().tokenCalls();
        boolean waited = false;
        for (int i = 0; i + 1 < calls.size(); i++) {
            ClientTokenCall before = calls.get(i);
            ClientTokenCall next = calls.get(i + 1);
            Optional<Duration> told = before.told().filter(time -> before.got(status));
            waited = waited || told.isPresent();
            Optional<String> early = told.flatMap(time -> Waits.early(time, before.time(), next.time()));
            if (early.isPresent()) {
                return broken("at the token endpoint, " + early.get(), next);
            }
        }
        return waited
                ? Decision.of(
                        Decision.Kind.HONOURED,
                        "the client came back to the token endpoint no earlier than it was told")
                : Decision.of(
                        Decision.Kind.NOT_TESTABLE,
                        "the client did not ask for a token again after it was told to wait, so there was no wait to see");
    }

    private static Decision broken(String detail, ClientTokenCall call) {
        return new Decision(Decision.Kind.BROKEN, detail, List.of(), List.of(call.number()));
    }
}
