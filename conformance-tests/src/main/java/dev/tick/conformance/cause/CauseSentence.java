package dev.tick.conformance.cause;

import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.run.CaseResult;
import dev.tick.spec.text.VisibleText;
import java.util.List;
import java.util.Locale;

/** The sentence that tells a cause: the property and what became of it, or the operation and what it answered. */
final class CauseSentence {
    private static final String TAKEN = " to be taken";

    /** Names of properties that a sentence has room for. */
    private static final int NAMES = 3;

    /** Characters of each side of a mismatch that a sentence has room for. */
    private static final int SIDE = 40;

    private final List<Symptom> symptoms;
    private final Symptom first;

    /**
     * Creates the sentence of a cause.
     *
     * @param symptoms the sharpest first; at least one
     */
    CauseSentence(List<Symptom> symptoms) {
        this.symptoms = symptoms;
        first = symptoms.get(0);
    }

    String text() {
        return first.deciding()
                .story()
                .map(story -> story.sentence() + " (shown by " + story.length() + ")")
                .orElseGet(this::withoutStory);
    }

    private String withoutStory() {
        return switch (first.sharpness()) {
            case FAILURE -> failure();
            case PART -> part(first.first().orElseThrow()) + " (" + first.operation() + ")";
            case STATUS -> status();
            case BODY, BLURRED -> general();
        };
    }

    /** Names the request at which failures begin, since a server that wears out is broken by those before it. */
    private String failure() {
        String begin = symptoms.stream()
                .filter(one -> one.failure().equals(first.failure()))
                .flatMap(one -> one.shown().stream())
                .min(Integer::compare)
                .map(number -> " (first in exchange " + number + ")")
                .orElse("");
        String expected = first.first().orElseThrow().mismatch().expected();
        return first.operation() + " answers " + first.failure().orElseThrow()
                + (expected.matches("\\d{3}") ? " instead of " + expected : "") + begin;
    }

    private String part(Difference difference) {
        Mismatch mismatch = Excerpt.of(difference.mismatch());
        String name = difference.part();
        if (mismatch.expected().endsWith(TAKEN)) {
            return mismatch.expected().substring(0, mismatch.expected().length() - TAKEN.length()) + " in " + name
                    + " is not taken: " + mismatch.got();
        }
        return switch (difference.kind()) {
            case CUT -> cut(difference);
            case MISSING -> missing(difference);
            case LETTER_CASE -> name + " comes back in other letters" + sides(mismatch);
            case BLANKS -> name + " comes back with other blanks around it" + sides(mismatch);
            case TIME -> name + " comes back as another time" + sides(mismatch);
            case TYPE -> name + " is of another type: got " + mismatch.got() + ", expected " + mismatch.expected();
            case OTHER -> name + ": expected " + mismatch.expected() + ", got " + mismatch.got();
        };
    }

    /** Both values where they are short; long ones stand beneath the sentence anyway. */
    private static String sides(Mismatch mismatch) {
        return Math.max(mismatch.got().length(), mismatch.expected().length()) > SIDE
                ? ""
                : ": " + mismatch.got() + " instead of " + mismatch.expected();
    }

    private static String cut(Difference difference) {
        String got = Difference.value(difference.mismatch().got()).orElseThrow().asString();
        return difference.direction() == Difference.Direction.LOST
                ? difference.part() + " comes back cut after " + got.codePointCount(0, got.length()) + " characters"
                : difference.part() + " comes back longer than it was" + sides(Excerpt.of(difference.mismatch()));
    }

    private String missing(Difference difference) {
        if (difference.direction() == Difference.Direction.OTHER) {
            return difference.part() + " comes back and was not there before";
        }
        List<String> parts = symptoms.stream()
                .flatMap(one -> one.differences().stream())
                .filter(one ->
                        one.kind() == Difference.Kind.MISSING && !one.part().isEmpty())
                .map(Difference::part)
                .distinct()
                .toList();
        String names = String.join(", ", parts.subList(0, Math.min(NAMES, parts.size())));
        String more = parts.size() > NAMES ? " and " + (parts.size() - NAMES) + " more" : "";
        return names + more + (parts.size() == 1 ? " is" : " are") + " missing in the response";
    }

    private String status() {
        String tried = defect(first.deciding());
        if (first.isAccepted()) {
            return first.operation() + " answers " + first.status().orElseThrow() + " and does not refuse: " + tried;
        }
        Mismatch mismatch = first.first().orElseThrow().mismatch();
        return first.operation() + " answers " + first.status().orElseThrow() + " instead of "
                + mismatch.expected().replaceAll("[\\[\\]]", "").replace(",", " or ") + ": " + tried;
    }

    /** Returns the name of a case without the example that it begins with: {@code title missing} of {@code url: title missing}. */
    private static String defect(CaseResult deciding) {
        String name = deciding.id().substring(deciding.id().indexOf('/') + 1);
        return VisibleText.line(Excerpt.of(name.replaceFirst("^\\w+: ", "")));
    }

    private String general() {
        String found = first.first()
                .map(Difference::mismatch)
                .map(Excerpt::of)
                .map(Mismatch::sentence)
                .orElse(Excerpt.of(first.deciding().detail()));
        return first.deciding().exchanges().isEmpty()
                        || first.isOfNoOperation()
                        || found.toLowerCase(Locale.ROOT)
                                .contains(first.operation().toLowerCase(Locale.ROOT))
                ? found
                : found + " (" + first.operation() + ")";
    }
}
