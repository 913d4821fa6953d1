package dev.tick.conformance.run;

import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.verdict.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Result of one case; no secret is in its texts.
 *
 * @param id unique and, in a report, the same in every run, such as {@code SUB-004/title=5}
 * @param result what it counts as
 * @param detail what was found, in one line
 * @param mismatches expected against got, where that says what is broken
 * @param exchanges the numbers of the exchanges that it rests on, in the report's list of them
 * @param story the sequence of requests that shows what is broken; empty where one request does
 * @param took how long it took; a request that several cases rest on counts for the first
 */
public record CaseResult(
        String id,
        Result result,
        String detail,
        List<Mismatch> mismatches,
        List<Integer> exchanges,
        Optional<CaseStory> story,
        Duration took) {
    /** Copies the lists. */
    public CaseResult {
        mismatches = List.copyOf(mismatches);
        exchanges = List.copyOf(exchanges);
    }

    /** Creates a result without a story. */
    public CaseResult(String id, Result result, String detail, List<Mismatch> mismatches, List<Integer> exchanges) {
        this(id, result, detail, mismatches, exchanges, Optional.empty());
    }

    /** Creates a result whose time is not known. */
    public CaseResult(
            String id,
            Result result,
            String detail,
            List<Mismatch> mismatches,
            List<Integer> exchanges,
            Optional<CaseStory> story) {
        this(id, result, detail, mismatches, exchanges, story, Duration.ZERO);
    }

    /** Returns the result of a case that rests on no exchange. */
    public static CaseResult of(String id, Result result, String detail) {
        return new CaseResult(id, result, detail, List.of(), List.of());
    }

    /** Returns this result with each of its texts replaced. */
    CaseResult map(UnaryOperator<String> text) {
        return new CaseResult(
                id,
                result,
                text.apply(detail),
                mismatches.stream().map(one -> one.map(text)).toList(),
                exchanges,
                story.map(told -> told.map(text)),
                took);
    }

    /** Returns this result with the time that it took. */
    CaseResult took(Duration time) {
        return new CaseResult(id, result, detail, mismatches, exchanges, story, time);
    }
}
