package dev.tick.conformance.deviation;

import dev.tick.conformance.verdict.Result;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * A deviation with its status after a run.
 *
 * @param deviation as listed
 * @param status whether it waives something
 */
public record Waiver(Deviation deviation, DeviationStatus status) {
    /** Decides the status of a deviation from the results of its requirement's cases, by case id. */
    static Waiver of(Deviation deviation, Map<String, Result> cases, LocalDate today) {
        if (today.isAfter(deviation.expires())) {
            return new Waiver(deviation, DeviationStatus.EXPIRED);
        }
        return new Waiver(
                deviation,
                status(cases.entrySet().stream()
                        .filter(one -> deviation.covers(deviation.requirement(), one.getKey()))
                        .map(Map.Entry::getValue)
                        .toList()));
    }

    private static DeviationStatus status(Collection<Result> results) {
        if (results.stream().anyMatch(Waiver::waivable)) {
            return DeviationStatus.WAIVES;
        }
        boolean known = !results.isEmpty() && results.stream().allMatch(Waiver::sound);
        return known ? DeviationStatus.STALE : DeviationStatus.UNTESTED;
    }

    /** Returns whether a deviation may waive such a result. */
    static boolean waivable(Result result) {
        return switch (result) {
            case FAIL, WARN -> true;
            case NOT_APPLICABLE, PASS, NOTE, NOT_TESTABLE, ERROR -> false;
        };
    }

    private static boolean sound(Result result) {
        return switch (result) {
            case PASS, NOTE -> true;
            case NOT_APPLICABLE, NOT_TESTABLE, WARN, ERROR, FAIL -> false;
        };
    }

    /** Returns what to do about the entry, with its file, line and reason. */
    public String message() {
        String place = deviation.file() + ":" + deviation.line() + ": " + deviation.subject();
        return switch (status) {
            case WAIVES -> place + " is waived: " + deviation.sentence();
            case STALE -> place + " is listed as a deviation, but nothing of it fails any more; remove this entry";
            case EXPIRED ->
                place + " is listed as a deviation until " + deviation.expires()
                        + ", which has passed, so it waives nothing; renew 'expires' or remove this entry";
            case UNTESTED -> place + " is listed as a deviation, but was not tested in this run";
        };
    }
}
