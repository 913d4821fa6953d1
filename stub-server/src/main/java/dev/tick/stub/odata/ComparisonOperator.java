package dev.tick.stub.odata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A comparison operator (OData V4, part 2, 5.1.1.1). */
public enum ComparisonOperator {
    /** Equal. */
    EQ,
    /** Greater than. */
    GT,
    /** Greater than or equal. */
    GE,
    /** Less than. */
    LT,
    /** Less than or equal. */
    LE;

    /** Returns the operator of this word, which is in lower case. */
    static Optional<ComparisonOperator> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** The words, for people. */
    static String words() {
        return Arrays.stream(values()).map(ComparisonOperator::word).collect(Collectors.joining(", "));
    }

    /** Returns whether it holds of a value in this order to the literal: negative for less, 0 for equal, positive for greater. */
    boolean holds(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            case LT -> order < 0;
            case LE -> order <= 0;
        };
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
