package dev.tick.conformance.client;

import dev.tick.spec.client.WorkVerb;
import dev.tick.spec.contract.BatchResultSchema;
import dev.tick.spec.contract.Contract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Compares what a client says with what the journal shows. */
final class Reports {
    private static final int NOT_FOUND = 404;

    private Reports() {}

    /** Compares all work; a piece is done if its last call got a whole 2xx. */
    static Decision of(Performance played) {
        return of(played, played.pieces(), Reports::failure);
    }

    /** Compares the work whose last call got a whole 2xx. */
    static Decision ofSuccesses(Performance played) {
        return of(
                played,
                played.pieces().stream()
                        .filter(piece -> !played.calls(piece).isEmpty())
                        .filter(piece -> last(played.calls(piece)).succeeded())
                        .toList(),
                Reports::failure);
    }

    /** Compares the imports; one is done if its last call got a whole 2xx, and no item's latest result is a failure. */
    static Decision ofResults(Contract contract, Performance played) {
        BatchResultSchema names = BatchResultSchema.of(contract).orElseThrow();
        return of(
                played,
                played.pieces(Optional.of(WorkVerb.IMPORT)),
                calls -> failure(calls).or(() -> failedItems(calls, names)));
    }

    private static Optional<String> failure(List<ClientCall> calls) {
        ClientCall last = last(calls);
        return last.succeeded() ? Optional.empty() : Optional.of(answer(last));
    }

    /** A client may import item by item, or import again what failed. */
    private static Optional<String> failedItems(List<ClientCall> calls, BatchResultSchema names) {
        Map<String, Boolean> failed = new LinkedHashMap<>();
        calls.stream()
                .filter(ClientCall::succeeded)
                .flatMap(call -> call.exchange().response().stream())
                .flatMap(response -> response.json().path(names.list()).valueStream())
                .forEach(item -> failed.put(
                        item.path(names.identity()).asString(""),
                        item.path(names.failed()).asBoolean(false)));
        return failed.containsValue(true)
                ? Optional.of("of its items failed "
                        + failed.values().stream().filter(one -> one).count() + ", as the answers told")
                : Optional.empty();
    }

    /**
     * Compares some work.
     *
     * @param failure returns why the calls of a piece, one at least, are no success, in words; empty for a success
     */
    private static Decision of(
            Performance played, List<Piece> pieces, Function<List<ClientCall>, Optional<String>> failure) {
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
            Performance played, Piece piece, Function<List<ClientCall>, Optional<String>> failure) {
        List<ClientCall> calls = played.calls(piece);
        String failed = (calls.isEmpty() ? Optional.of("made no call for it") : failure.apply(calls)).orElse("");
        ClientReport.Outcome truth = failed.isEmpty() ? ClientReport.Outcome.DONE : ClientReport.Outcome.FAILED;
        return played.report()
                .of(piece)
                .filter(said -> said != truth && !mayBeDone(piece, calls))
                .map(said -> Decision.broken(
                        "the client reports '" + piece.words() + "' as "
                                + said.name().toLowerCase(Locale.ROOT) + ", and "
                                + (failed.isEmpty() ? answer(last(calls)) : failed),
                        calls,
                        calls.isEmpty() ? List.of() : List.of(last(calls))));
    }

    /** A delete that finds nothing behind a lost answer was done by the call of that answer, or was not; nobody knows. */
    private static boolean mayBeDone(Piece piece, List<ClientCall> calls) {
        return (piece.verb() == WorkVerb.DELETE || piece.verb() == WorkVerb.BATCH_DELETE)
                && calls.stream().anyMatch(call -> call.status().isEmpty())
                && last(calls).status().filter(status -> status == NOT_FOUND).isPresent();
    }

    private static ClientCall last(List<ClientCall> calls) {
        return calls.get(calls.size() - 1);
    }

    private static String answer(ClientCall call) {
        return call.status()
                .map(status -> "its last call got " + status)
                .orElse("the answer to its last call was lost");
    }
}
