package dev.tick.conformance.cause;

import dev.tick.conformance.evidence.VolatileText;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.check.Check;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A requirement that went wrong, and the case that decided.
 *
 * @param row the requirement
 * @param result its worst result that nothing waives
 * @param deciding the first case with that result
 * @param differences between what the case expected and what came
 * @param key what it shares with others of the same text; free of what changes from run to run
 * @param evidence the numbers of the exchanges of all its cases that went wrong
 */
record Symptom(
        RequirementResult row,
        Result result,
        CaseResult deciding,
        List<Difference> differences,
        String key,
        Set<Integer> evidence) {
    /** A response described with its request, such as {@code POST /a -> 500}, or by its status alone. */
    private static final Pattern FAILURE = Pattern.compile("(?:^|-> )(5\\d\\d)\\b");

    private static final Pattern STATUS = Pattern.compile("(?:.* -> )?(\\d{3})", Pattern.DOTALL);
    private static final Pattern REFUSAL = Pattern.compile("a refusal|\\[?4\\d\\d.*");
    private static final String WHOLE = "body";

    static Symptom of(RunResult run, RequirementResult row, Result result, VolatileText volatileText) {
        List<CaseResult> wrong = row.cases().stream()
                .filter(one -> one.result().compareTo(Result.WARN) >= 0
                        && run.waiver(row, one).isEmpty())
                .toList();
        CaseResult deciding = wrong.stream()
                .filter(one -> one.result() == result)
                .findFirst()
                .orElseGet(() -> CaseResult.of(row.row().id() + "/none", result, row.detail()));
        List<Mismatch> stable = deciding.mismatches().stream()
                .map(one -> one.map(volatileText::replaceIn))
                .toList();
        return new Symptom(
                row,
                result,
                deciding,
                deciding.mismatches().stream().map(Difference::of).toList(),
                stable.isEmpty()
                        ? volatileText.replaceIn(deciding.detail())
                        : "expected " + stable.get(0).expected() + ", got "
                                + stable.get(0).got(),
                wrong.stream().flatMap(one -> one.exchanges().stream()).collect(Collectors.toSet()));
    }

    /** Returns the operation that exercises the requirement. */
    String operation() {
        return row.row().check().map(Check::operation).orElse("none");
    }

    Optional<Difference> first() {
        return differences.stream().findFirst();
    }

    /** Returns the status by which the server said that it failed itself. */
    Optional<String> failure() {
        return first().map(one -> FAILURE.matcher(one.mismatch().got()))
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    /** Returns the status that came where another was expected; empty where more than the status was looked at. */
    Optional<String> status() {
        return first().filter(one -> one.mismatch().subject().isEmpty())
                .map(one -> STATUS.matcher(one.mismatch().got()))
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }

    /** Returns whether a request was accepted that had to be refused. */
    boolean isAccepted() {
        return status().filter(came -> came.startsWith("2")).isPresent()
                && first().filter(one ->
                                REFUSAL.matcher(one.mismatch().expected()).matches())
                        .isPresent();
    }

    /** Returns what it shares with others whose body is wrong as a whole; empty where that is not what is wrong. */
    Optional<String> whole() {
        return differences.stream()
                .filter(one -> one.part().equals(WHOLE))
                .findFirst()
                .map(one -> WHOLE + " " + one.mismatch().expected());
    }

    /** Returns how precisely it tells what is wrong; an error blames nobody, and so follows from nothing. */
    Sharpness sharpness() {
        if (failure().isPresent()) {
            return Sharpness.FAILURE;
        }
        if (whole().isPresent()) {
            return Sharpness.BODY;
        }
        if (first().filter(one -> !one.part().isEmpty()).isPresent()) {
            return Sharpness.PART;
        }
        return status().isPresent() && !isAnsweredAsExpected() ? Sharpness.STATUS : Sharpness.BLURRED;
    }

    /** Returns whether the status is one of success, and what came with it was not what the operation promises. */
    boolean isAnsweredAsExpected() {
        return !isAccepted()
                && status().filter(came -> came.startsWith("2")).isPresent()
                && first().filter(one -> !one.mismatch().expected().matches("\\d{3}"))
                        .isPresent();
    }

    /**
     * Returns what it shares with others of the same cause: the failure of the server, the same property and kind of difference,
     * the same operation and status, or the same response to the same request.
     */
    Set<String> signs() {
        Set<String> signs = new HashSet<>();
        differences.forEach(one -> deciding.exchanges()
                .forEach(number -> signs.add("exchange " + number + ": "
                        + (one.part().isEmpty() ? one.mismatch().got() : one.part()))));
        switch (sharpness()) {
            case FAILURE -> signs.add("failure " + failure().orElseThrow());
            case BODY -> signs.add(whole().orElseThrow());
            case PART ->
                differences.forEach(one -> {
                    signs.add(one.kind() + " " + one.part());
                    if (one.kind() == Difference.Kind.MISSING && one.direction() == Difference.Direction.LOST) {
                        signs.add("missing");
                    }
                });
            case STATUS ->
                signs.add(operation() + " " + (isAccepted() ? "accepts with " + status().orElseThrow() : key));
            case BLURRED -> signs.add(key);
        }
        return signs;
    }
}
