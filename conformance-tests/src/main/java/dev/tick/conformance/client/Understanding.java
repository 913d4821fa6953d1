package dev.tick.conformance.client;

import dev.tick.spec.client.WorkVerb;
import java.util.List;
import java.util.Optional;

/** Decides whether a client understands answers: whether a 2xx is a success to it, whatever form the answer has. */
final class Understanding {
    private final Performance played;
    private final List<ClientCall> calls;

    private Understanding(Performance played) {
        this.played = played;
        calls = played.journal().calls();
    }

    static Decision of(Performance played) {
        return new Understanding(played).decision();
    }

    private Decision decision() {
        Optional<Decision> wrong = repetition().or(this::standstill);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Decision report = Reports.ofSuccesses(played);
        return report.kind() == Decision.Kind.HONOURED ? withoutSuccess().orElseGet(this::understood) : report;
    }

    private Decision understood() {
        return new Decision(Decision.Kind.HONOURED, "the client took each 2xx as a success, and went on", calls);
    }

    /** Only what is called again at once, and not to write next: a client may read before it writes, and read the same again later. */
    private Optional<Decision> repetition() {
        for (int i = 0; i + 1 < calls.size(); i++) {
            ClientCall one = calls.get(i);
            ClientCall next = calls.get(i + 1);
            if (one.succeeded()
                    && one.likeness().isPresent()
                    && one.likeness().equals(next.likeness())
                    && !isReadBeforeWriting(i + 1)) {
                return Optional.of(Decision.broken(
                        "the client repeated a call that had got a whole "
                                + one.status().orElseThrow(),
                        List.of(one, next),
                        List.of(next)));
            }
        }
        return Optional.empty();
    }

    private boolean isReadBeforeWriting(int i) {
        return isRead(calls.get(i)) && i + 1 < calls.size() && !isRead(calls.get(i + 1));
    }

    private static boolean isRead(ClientCall call) {
        return call.exchange().request().method().equals("GET");
    }

    /**
     * Returns the decision on a client that ended behind an answer of the scenario, with work before it of a kind that it had done
     * already: that it cannot do that kind is no reason, then.
     */
    private Optional<Decision> standstill() {
        if (played.end().isKilled() || calls.isEmpty()) {
            return Optional.empty();
        }
        ClientCall last = calls.get(calls.size() - 1);
        return next(last)
                .filter(piece -> last.succeeded() && last.step().isPresent() && isDone(piece.verb()))
                .map(piece -> Decision.broken(
                        "behind the answer to its last call, the client made none for its work '" + piece.words() + "'"
                                + played.lastWords(),
                        List.of(last),
                        List.of(last)));
    }

    /** Returns the piece behind that of a call, where no piece behind it was begun, and each before it was. */
    private Optional<Piece> next(ClientCall last) {
        List<Piece> pieces = played.pieces();
        int begun = 0;
        while (begun < pieces.size() && !played.calls(pieces.get(begun)).isEmpty()) {
            begun++;
        }
        boolean isLast = begun > 0 && played.calls(pieces.get(begun - 1)).contains(last);
        return isLast && begun < pieces.size() ? Optional.of(pieces.get(begun)) : Optional.empty();
    }

    private boolean isDone(WorkVerb verb) {
        return played.pieces(Optional.of(verb)).stream()
                .anyMatch(piece -> !played.calls(piece).isEmpty());
    }

    /** Returns the decision on a client that got no success for some work, so that it had nothing to understand there. */
    private Optional<Decision> withoutSuccess() {
        return played.pieces().stream()
                .filter(piece -> played.calls(piece).stream().noneMatch(ClientCall::succeeded))
                .findFirst()
                .map(piece -> Decision.of(
                        Decision.Kind.NOT_TESTABLE,
                        "the client got no 2xx for its work '" + piece.words()
                                + "', so there was no answer to understand"));
    }
}
