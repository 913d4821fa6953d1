package dev.tick.conformance.outcome;

import dev.tick.spec.validation.Violation;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A difference between what was expected and what was got.
 *
 * @param subject what of the answer is meant, such as a property; empty for all of it
 * @param expected in words, or as JSON
 * @param got in words, or as JSON
 */
public record Mismatch(String subject, String expected, String got) {
    /** Returns a mismatch of the whole answer. */
    public static Mismatch of(Object expected, Object got) {
        return of("", expected, got);
    }

    /** Returns a mismatch of one part of the answer. */
    public static Mismatch of(String subject, Object expected, Object got) {
        return new Mismatch(subject, String.valueOf(expected), String.valueOf(got));
    }

    /** Returns a mismatch for each violation of the contract. */
    public static List<Mismatch> of(List<Violation> violations) {
        return violations.stream()
                .map(one -> of(one.location().isEmpty() ? "body" : one.location(), one.expected(), one.got()))
                .toList();
    }

    /** Returns the mismatch in one line, for people. */
    public String sentence() {
        return (subject.isEmpty() ? "" : subject + ": ") + "expected " + expected + ", got " + got;
    }

    /** Returns the mismatches in one line, for people. */
    public static String sentence(List<Mismatch> mismatches) {
        return mismatches.stream().map(Mismatch::sentence).collect(Collectors.joining("; "));
    }

    /** Returns a copy with each of its texts replaced. */
    public Mismatch map(UnaryOperator<String> text) {
        return new Mismatch(text.apply(subject), text.apply(expected), text.apply(got));
    }
}
