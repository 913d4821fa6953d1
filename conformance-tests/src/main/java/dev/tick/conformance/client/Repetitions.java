package dev.tick.conformance.client;

import dev.tick.spec.client.StatusPattern;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides what a client repeated. */
final class Repetitions {
    private Repetitions() {}

    static Decision histories(Performance played, List<Piece> pieces, StatusPattern allowed) {
        for (Piece piece : pieces) {
            List<ClientCall> calls = played.calls(piece);
            if (!calls.isEmpty() && !allowed.matches(statuses(calls))) {
                // Where the last call is allowed, one behind it is missing, and the last one shows that.
                int wrong = Math.min(allowed.fitting(statuses(calls)), calls.size() - 1);
                return Decision.broken(
                        "the calls for '" + piece.words() + "' got " + words(calls) + ", and allowed is " + allowed,
                        calls,
                        List.of(calls.get(wrong)));
            }
        }
        return honoured(played, pieces);
    }

    static Decision unrepeated(Performance played, List<Piece> pieces, int status) {
        for (Piece piece : pieces) {
            List<ClientCall> calls = played.calls(piece);
            for (int i = 1; i < calls.size(); i++) {
                ClientCall before = calls.get(i - 1);
                if (before.status().filter(got -> got == status).isPresent()
                        && !played.askedForTokenBetween(before, calls.get(i))) {
                    return Decision.broken(
                            "the call for '" + piece.words() + "' got " + status
                                    + ", and was repeated with the same token: " + words(calls),
                            List.of(before, calls.get(i)),
                            List.of(calls.get(i)));
                }
            }
        }
        return honoured(played, pieces);
    }

    private static Decision honoured(Performance played, List<Piece> pieces) {
        List<ClientCall> calls =
                pieces.stream().flatMap(piece -> played.calls(piece).stream()).toList();
        return new Decision(
                Decision.Kind.HONOURED,
                pieces.stream()
                        .map(piece -> "'" + piece.words() + "' got " + words(played.calls(piece)))
                        .collect(Collectors.joining("; ")),
                calls);
    }

    private static List<Optional<Integer>> statuses(List<ClientCall> calls) {
        return calls.stream().map(ClientCall::status).toList();
    }

    private static String words(List<ClientCall> calls) {
        return StatusPattern.words(statuses(calls));
    }
}
