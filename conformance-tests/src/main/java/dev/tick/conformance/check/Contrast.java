package dev.tick.conformance.check;

import dev.tick.spec.validation.Violation;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What was expected, against what was got.
 *
 * @param subject what of the answer is meant, such as a property; empty for all of it
 * @param expected in words, or as JSON
 * @param got in words, or as JSON
 */
public record Contrast(String subject, String expected, String got) {
    static Contrast of(Object expected, Object got) {
        return of("", expected, got);
    }

    static Contrast of(String subject, Object expected, Object got) {
        return new Contrast(subject, String.valueOf(expected), String.valueOf(got));
    }

    static List<Contrast> of(List<Violation> violations) {
        return violations.stream()
                .map(one -> of(one.location().isEmpty() ? "body" : one.location(), one.expected(), one.got()))
                .toList();
    }

    /** The same in one line, for people. */
    public String sentence() {
        return (subject.isEmpty() ? "" : subject + ": ") + "expected " + expected + ", got " + got;
    }

    static String sentence(List<Contrast> contrasts) {
        return contrasts.stream().map(Contrast::sentence).collect(Collectors.joining("; "));
    }

    /** The same with each of its texts replaced. */
    public Contrast map(UnaryOperator<String> text) {
        return new Contrast(text.apply(subject), text.apply(expected), text.apply(got));
    }
}
