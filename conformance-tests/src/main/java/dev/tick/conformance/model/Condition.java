package dev.tick.conformance.model;

import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.text.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A condition of a filter (OData V4, part 2, 5.1.1). */
public sealed interface Condition {
    /** The operators that compare. */
    enum Operator {
        EQ,
        NE,
        GT,
        GE,
        LT,
        LE;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the condition as a query says it, not yet encoded. */
    String text();

    /** Returns the comparisons in it. */
    List<Comparison> comparisons();

    /** Returns whether the pages of a list that can be filtered bind it; what OData has beside is only noted. */
    boolean isPlain();

    /** Returns whether an entity meets it. */
    Truth isMetBy(Entity entity);

    /**
     * A property compared with a value.
     *
     * @param property of the entity
     * @param operator compares
     * @param literal a text, a time, or a boolean
     */
    record Comparison(String property, Operator operator, JsonNode literal) implements Condition {
        @Override
        public String text() {
            return property + " " + operator.word() + " " + written();
        }

        private String written() {
            return literal.isString() && Timestamp.read(literal).isEmpty()
                    ? "'" + literal.asString("").replace("'", "''") + "'"
                    : literal.asString("");
        }

        @Override
        public List<Comparison> comparisons() {
            return List.of(this);
        }

        @Override
        public boolean isPlain() {
            return operator != Operator.NE;
        }

        /** Returns whether a server that reads plain words alone must understand it. */
        boolean isSimple() {
            return (operator == Operator.EQ || operator == Operator.GT)
                    && literal.asString("").matches("[\\w .:Z\\[\\]-]*");
        }

        @Override
        public Truth isMetBy(Entity entity) {
            List<Truth> truths = entity.values(property).stream()
                    .map(this::isMetBy)
                    .distinct()
                    .toList();
            return truths.size() == 1 ? truths.get(0) : Truth.UNKNOWN;
        }

        private Truth isMetBy(JsonNode value) {
            Optional<Instant> time = Timestamp.read(value).map(OffsetDateTime::toInstant);
            Optional<Instant> other = Timestamp.read(literal).map(OffsetDateTime::toInstant);
            if (time.isPresent() && other.isPresent()) {
                int order = time.get().compareTo(other.get());
                return Truth.of(
                        switch (operator) {
                            case EQ -> order == 0;
                            case NE -> order != 0;
                            case GT -> order > 0;
                            case GE -> order >= 0;
                            case LT -> order < 0;
                            case LE -> order <= 0;
                        });
            }
            Truth equal = equal(value);
            return switch (operator) {
                case EQ -> equal;
                case NE -> equal.not();
                // No page says how texts are ordered.
                case GT, GE, LT, LE -> Truth.UNKNOWN;
            };
        }

        /** Returns whether two values are equal; no page says whether case counts. */
        private Truth equal(JsonNode value) {
            boolean alike = value.asString("").equalsIgnoreCase(literal.asString(""));
            return value.isArray() || value.isNull()
                    ? Truth.UNKNOWN
                    : PropertyValues.same(value, literal) ? Truth.TRUE : alike ? Truth.UNKNOWN : Truth.FALSE;
        }
    }

    /** Both conditions. */
    record And(Condition left, Condition right) implements Condition {
        @Override
        public String text() {
            return left.text() + " and " + right.text();
        }

        @Override
        public List<Comparison> comparisons() {
            return Stream.concat(left.comparisons().stream(), right.comparisons().stream())
                    .toList();
        }

        @Override
        public boolean isPlain() {
            return left.isPlain() && right.isPlain();
        }

        @Override
        public Truth isMetBy(Entity entity) {
            return left.isMetBy(entity).and(right.isMetBy(entity));
        }
    }

    /** One of two conditions, or both. */
    record Or(Condition left, Condition right) implements Condition {
        @Override
        public String text() {
            return "(" + left.text() + " or " + right.text() + ")";
        }

        @Override
        public List<Comparison> comparisons() {
            return Stream.concat(left.comparisons().stream(), right.comparisons().stream())
                    .toList();
        }

        @Override
        public boolean isPlain() {
            return false;
        }

        @Override
        public Truth isMetBy(Entity entity) {
            return left.isMetBy(entity).or(right.isMetBy(entity));
        }
    }

    /** The opposite of a condition. */
    record Not(Condition condition) implements Condition {
        @Override
        public String text() {
            return "not (" + condition.text() + ")";
        }

        @Override
        public List<Comparison> comparisons() {
            return condition.comparisons();
        }

        @Override
        public boolean isPlain() {
            return false;
        }

        @Override
        public Truth isMetBy(Entity entity) {
            return condition.isMetBy(entity).not();
        }
    }
}
