package dev.tick.conformance.client;

import dev.tick.spec.client.WorkVerb;
import dev.tick.spec.contract.BatchResultSchema;
import dev.tick.spec.contract.Contract;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Compares what a client says with what the journal shows. */
final class Reports {
    private Reports() {}

    /** Compares all work; a piece is done if its last call got a whole 2xx. */
    static Decision of(Performance played) {
        return of(played, played.pieces(), call -> call.succeeded() ? Optional.empty() : Optional.of(answer(call)));
    }

    /** Compares the imports; one is done if its last call got a whole 2xx, in which no item failed. */
    static Decision ofResults(Contract contract, Performance played) {
        BatchResultSchema names = BatchResultSchema.of(contract).orElseThrow();
        return of(
                played,
                played.pieces(Optional.of(WorkVerb.IMPORT)),
                call -> call.succeeded() ? failures(call, names) : Optional.of(answer(call)));
    }

    private static Optional<String> failures(ClientCall call, BatchResultSchema names) {
        long failed = call.exchange().response().stream()
                .flatMap(response -> response.json().path(names.list()).valueStream())
                .filter(item -> item.path(names.failed()).asBoolean(false))
                .count();
        return failed == 0
                ? Optional.empty()
                : Optional.of(answer(call) + ", by which " + failed + " of its items failed");
    }

    /**
     * Compares some work.
     *
     * @param failure returns why a last call is no success, in words; empty for a success
     */
    private static Decision of(Performance played, List<Piece> pieces, Function<ClientCall, Optional<String>> failure) {
        if (played.report().problem().isPresent()) {
            return Decision.of(
                    Decision.Kind.NOT_TESTABLE, played.report().problem().get());
        }
        List<Integer> foreign = played.report().foreign(played.pieces());
        if (!foreign.isEmpty()) {
            return Decision.of(
                    Decision.Kind.NOT_TESTABLE, "the client's report tells of work that it was not given: " + foreign);
        }
        for (Piece piece : pieces) {
            Optional<Decision> wrong = wrong(played, piece, failure);
            if (wrong.isPresent()) {
                return wrong.get();
            }
        }
        return pieces.stream()
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

    private static Optional<Decision> wrong(
            Performance played, Piece piece, Function<ClientCall, Optional<String>> failure) {
        List<ClientCall> calls = played.calls(piece);
        Optional<ClientCall> last = calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(calls.size() - 1));
        String failed =
                last.map(failure).orElse(Optional.of("made no call for it")).orElse("");
        ClientReport.Outcome truth = failed.isEmpty() ? ClientReport.Outcome.DONE : ClientReport.Outcome.FAILED;
        return played.report()
                .of(piece)
                .filter(said -> said != truth)
                .map(said -> Decision.broken(
                        "the client reports '" + piece.words() + "' as "
                                + said.name().toLowerCase(Locale.ROOT) + ", and "
                                + (failed.isEmpty() ? last.map(Reports::answer).orElseThrow() : failed),
                        calls,
                        last.stream().toList()));
    }

    private static String answer(ClientCall call) {
        return call.status()
                .map(status -> "its last call got " + status)
                .orElse("the answer to its last call was lost");
    }
}
