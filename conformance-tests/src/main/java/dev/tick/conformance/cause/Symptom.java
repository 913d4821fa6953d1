package dev.tick.conformance.cause;

import dev.tick.conformance.evidence.VolatileText;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.check.Check;
import dev.tick.spec.check.ConductCheck;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A requirement that went wrong, and the case that decided.
 *
 * @param row the requirement
 * @param result its worst result that nothing waives
 * @param deciding the first case with that result
 * @param differences between what the case expected and what came
 * @param key what it shares with others of the same text; free of what changes from run to run
 * @param evidence the numbers of the exchanges of all its cases that went wrong
 * @param about those of them that show what is wrong
 * @param shown the first that shows it in the deciding case; empty where none does
 */
record Symptom(
        RequirementResult row,
        Result result,
        CaseResult deciding,
        List<Difference> differences,
        String key,
        Set<Integer> evidence,
        Set<Integer> about,
        Optional<Integer> shown) {
    /** A response described with its request, such as {@code POST /a -> 500}, or by its status alone. */
    private static final Pattern FAILURE = Pattern.compile("(?:^|-> )(5\\d\\d)\\b");

    private static final Pattern STATUS = Pattern.compile("(?:.* -> )?(\\d{3})", Pattern.DOTALL);
    private static final Pattern REFUSAL = Pattern.compile("a refusal|\\[?4\\d\\d.*");
    private static final String WHOLE = "body";

    /** A request with its response, which no value in JSON is. */
    private static final Pattern FAILED_REQUEST = Pattern.compile("[A-Z]+ \\S+ -> (5\\d\\d)");

    /** Characters of a value that cannot be a part of any text by chance. */
    private static final int TELLING = 3;

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
                wrong.stream().flatMap(one -> one.exchanges().stream()).collect(Collectors.toSet()),
                wrong.stream().flatMap(one -> about(run, one).stream()).collect(Collectors.toSet()),
                about(run, deciding).stream().findFirst());
    }

    /** Returns the exchanges in which the server failed itself, or else the last one: those before it led there. */
    private static List<Integer> about(RunResult run, CaseResult one) {
        List<Integer> exchanges = one.exchanges();
        Optional<String> failure =
                one.mismatches().stream().findFirst().map(Difference::of).flatMap(Symptom::failure);
        if (failure.isEmpty()) {
            return exchanges.subList(Math.max(0, exchanges.size() - 1), exchanges.size());
        }
        List<Integer> failed = exchanges.stream()
                .filter(number -> number <= run.exchanges().size())
                .filter(number -> run.exchanges()
                        .get(number - 1)
                        .response()
                        .filter(response -> failure.get().equals(String.valueOf(response.status())))
                        .isPresent())
                .toList();
        return failed.isEmpty() ? exchanges : failed;
    }

    /** Returns whether no operation exercises the requirement, as if it is about clients. */
    boolean isOfNoOperation() {
        return row.row().check().isEmpty();
    }

    /** Returns the operation that exercises the requirement. */
    String operation() {
        return row.row().check().map(Check::operation).orElse("none");
    }

    Optional<Difference> first() {
        return differences.stream().findFirst();
    }

    /** Returns the status by which the server said that it failed itself; empty where a value is all that begins like one. */
    Optional<String> failure() {
        return first().flatMap(Symptom::failure);
    }

    private static Optional<String> failure(Difference difference) {
        Mismatch mismatch = difference.mismatch();
        Pattern failed = mismatch.subject().isEmpty() ? FAILURE : FAILED_REQUEST;
        Matcher found = failed.matcher(mismatch.got());
        boolean matches = mismatch.subject().isEmpty() ? found.find() : found.matches();
        return matches ? Optional.of(found.group(1)) : Optional.empty();
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
        return status().isPresent() && !isSuccessWithOtherContent() ? Sharpness.STATUS : Sharpness.BLURRED;
    }

    /** Returns whether the status is one of success, and what came with it was not what the operation promises. */
    boolean isSuccessWithOtherContent() {
        return !isAccepted()
                && status().filter(came -> came.startsWith("2")).isPresent()
                && first().filter(one -> !one.mismatch().expected().matches("\\d{3}"))
                        .isPresent();
    }

    /**
     * Returns whether another finding about the same exchange can follow from it: the status was wrong, the body as a whole, or what an
     * entity is known by; or the other finding names the property or the value that differs. A lesser result explains no worse one.
     */
    boolean explains(Symptom other, Set<String> essential) {
        return result.compareTo(other.result) >= 0
                && !Collections.disjoint(about, other.evidence)
                && switch (sharpness()) {
                    case FAILURE, BODY -> true;
                    case STATUS -> isOfSuccess();
                    case PART ->
                        concerns(essential)
                                || other.reviewsBodies()
                                || differences.stream().anyMatch(one -> isNamed(one, other));
                    case BLURRED -> false;
                };
    }

    /** Returns whether a request succeeded, or had to succeed: one refusal in place of another changes nothing else. */
    private boolean isOfSuccess() {
        return status().filter(came -> came.startsWith("2")).isPresent()
                || first().filter(one -> one.mismatch().expected().startsWith("2"))
                        .isPresent();
    }

    /** Returns whether it holds for any difference in a body. */
    private boolean reviewsBodies() {
        return row.row()
                .check()
                .filter(ConductCheck.ConformingSuccess.class::isInstance)
                .isPresent();
    }

    /** Returns whether a property differs that is essential. */
    boolean concerns(Set<String> essential) {
        return differences.stream().anyMatch(one -> essential.contains(one.part()));
    }

    private static boolean isNamed(Difference difference, Symptom other) {
        String text = other.deciding.detail();
        String name = "(?<![\\w-])" + Pattern.quote(difference.part()) + "(?![\\w-])";
        return Pattern.compile(name).matcher(text).find()
                || Difference.value(difference.mismatch().expected())
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .filter(value -> value.length() >= TELLING && text.contains(value))
                        .isPresent();
    }

    /** Returns whether it can be why a request did not succeed: a MUST is broken, and not by a property that nothing depends on. */
    boolean spoils(Set<String> essential) {
        return result == Result.FAIL && (sharpness() != Sharpness.PART || concerns(essential));
    }

    /** Returns whether it breaks what a sound request has to be answered with, so that each request like that goes wrong. */
    boolean breaksSuccess(Set<String> essential) {
        return spoils(essential)
                && switch (sharpness()) {
                    case FAILURE, BODY, PART -> true;
                    case STATUS, BLURRED ->
                        first().filter(one -> one.mismatch().expected().startsWith("2"))
                                .isPresent();
                };
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
