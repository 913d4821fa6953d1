package dev.tick.conformance.client;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares what a client says with what the journal shows. */
final class Reports {
    private Reports() {}

    static Decision of(Performance played) {
        if (played.report().problem().isPresent()) {
            return Decision.of(
                    Decision.Kind.NOT_TESTABLE, played.report().problem().get());
        }
        List<Integer> foreign = played.report().foreign(played.pieces());
        if (!foreign.isEmpty()) {
            return Decision.of(
                    Decision.Kind.NOT_TESTABLE, "the client's report tells of work that it was not given: " + foreign);
        }
        for (Piece piece : played.pieces()) {
            Optional<Decision> wrong = wrong(played, piece);
            if (wrong.isPresent()) {
                return wrong.get();
            }
        }
        return played.pieces().stream()
                .filter(piece -> played.report().of(piece).isEmpty())
                .findFirst()
                .map(piece -> Decision.of(
                        Decision.Kind.NOT_TESTABLE,
                        "the client's report does not tell of its work " + piece.id() + ", '" + piece.words() + "'"))
                .orElseGet(() -> new Decision(
                        Decision.Kind.HONOURED,
                        "the client's report is what the journal shows",
                        played.journal().calls()));
    }

    private static Optional<Decision> wrong(Performance played, Piece piece) {
        List<ClientCall> calls = played.calls(piece);
        Optional<ClientCall> last = calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(calls.size() - 1));
        boolean succeeded = last.filter(ClientCall::succeeded).isPresent();
        ClientReport.Outcome truth = succeeded ? ClientReport.Outcome.DONE : ClientReport.Outcome.FAILED;
        return played.report()
                .of(piece)
                .filter(said -> said != truth)
                .map(said -> Decision.broken(
                        "the client reports '" + piece.words() + "' as "
                                + said.name().toLowerCase(Locale.ROOT) + ", and "
                                + last.map(Reports::answer).orElse("made no call for it"),
                        calls,
                        last.stream().toList()));
    }

    private static String answer(ClientCall call) {
        return call.status()
                .map(status -> "its last call got " + status)
                .orElse("the answer to its last call was lost");
    }
}
