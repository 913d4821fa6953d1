package dev.tick.stub.odata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A comparison operator (OData V4.01, part 2, 5.1.1.1). */
public enum ComparisonOperator {
    /** Equal. */
    EQ(Binding.EQUALITY),
    /** Not equal. */
    NE(Binding.EQUALITY),
    /** Greater than. */
    GT(Binding.RELATION),
    /** Greater than or equal. */
    GE(Binding.RELATION),
    /** Less than. */
    LT(Binding.RELATION),
    /** Less than or equal. */
    LE(Binding.RELATION);

    /** A place in the order of precedence (5.1.1.17): a relation binds more tightly than an equality. */
    enum Binding {
        /** Of {@code eq} and {@code ne}. */
        EQUALITY,
        /** Of {@code gt}, {@code ge}, {@code lt} and {@code le}. */
        RELATION
    }

    private final Binding binding;

    ComparisonOperator(Binding binding) {
        this.binding = binding;
    }

    /** Returns the operator of this word, which is in lower case. */
    static Optional<ComparisonOperator> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** The words, for people. */
    static String words() {
        return Arrays.stream(values()).map(ComparisonOperator::word).collect(Collectors.joining(", "));
    }

    Binding binding() {
        return binding;
    }

    /** Returns whether it holds of two values. Null is equal to null alone, and in no order to anything. */
    boolean holds(Optional<Value> left, Optional<Value> right) {
        boolean same = left.isEmpty() == right.isEmpty();
        OptionalInt order = OptionalInt.empty();
        if (left.isPresent() && right.isPresent()) {
            order = left.get().order(right.get());
            same = order.isPresent() && order.getAsInt() == 0;
        }
        return switch (this) {
            case EQ -> same;
            case NE -> !same;
            case GT -> order.isPresent() && order.getAsInt() > 0;
            case GE -> order.isPresent() && order.getAsInt() >= 0;
            case LT -> order.isPresent() && order.getAsInt() < 0;
            case LE -> order.isPresent() && order.getAsInt() <= 0;
        };
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
