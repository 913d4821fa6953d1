package dev.tick.stub.odata;

import dev.tick.spec.text.Timestamp;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** A value that a filter compares or an order sorts by; null is an empty {@code Optional} of it. */
public sealed interface Value {
    /** The order of this value to another; empty when the two cannot be compared. */
    OptionalInt order(Value other);

    /** Returns the value of a JSON node for a property of this type; empty for null and for a missing node. */
    static Optional<Value> of(JsonNode node, ValueType type) {
        if (node.isNull() || node.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (type) {
                    case TEXT -> node.isString() ? new Text(node.asString()) : new Odd(node);
                    case INSTANT -> Timestamp.read(node).<Value>map(Moment::of).orElse(new Odd(node));
                    case NUMBER -> node.isNumber() ? new Amount(node.decimalValue()) : new Odd(node);
                    case BOOLEAN -> node.isBoolean() ? new Flag(node.asBoolean()) : new Odd(node);
                });
    }

    /** A text, compared by its UTF-16 code units: ordinally, as .NET calls it. */
    record Text(String text) implements Value {
        @Override
        public OptionalInt order(Value other) {
            return other instanceof Text that ? OptionalInt.of(text.compareTo(that.text)) : OptionalInt.empty();
        }
    }

    /**
     * An instant, whatever offset and digits it is written with.
     *
     * @param seconds since 1970, exact to the last digit: a literal may have twelve, more than a nanosecond has
     */
    record Moment(BigDecimal seconds) implements Value {
        @Override
        public OptionalInt order(Value other) {
            return other instanceof Moment that ? OptionalInt.of(seconds.compareTo(that.seconds)) : OptionalInt.empty();
        }

        static Moment of(OffsetDateTime time) {
            return new Moment(BigDecimal.valueOf(time.toEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9)));
        }
    }

    /** A number, compared by its value: 1.0 equals 1. */
    record Amount(BigDecimal number) implements Value {
        @Override
        public OptionalInt order(Value other) {
            return other instanceof Amount that ? OptionalInt.of(number.compareTo(that.number)) : OptionalInt.empty();
        }
    }

    /** True or false; true is the greater. */
    record Flag(boolean flag) implements Value {
        @Override
        public OptionalInt order(Value other) {
            return other instanceof Flag that ? OptionalInt.of(Boolean.compare(flag, that.flag)) : OptionalInt.empty();
        }
    }

    /** A value of another type than its property has; comparable to nothing. */
    record Odd(JsonNode value) implements Value {
        @Override
        public OptionalInt order(Value other) {
            return OptionalInt.empty();
        }
    }
}
