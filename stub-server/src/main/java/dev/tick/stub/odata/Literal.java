package dev.tick.stub.odata;

import dev.tick.spec.text.Timestamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** A literal of a filter, ready to be compared with the values of a property. */
public sealed interface Literal {
    /** The order of a value to this literal; empty when the two cannot be compared. */
    OptionalInt order(JsonNode value);

    /** Null, which is equal only to itself. */
    record Nothing() implements Literal {
        @Override
        public OptionalInt order(JsonNode value) {
            return value.isNull() || value.isMissingNode() ? OptionalInt.of(0) : OptionalInt.empty();
        }
    }

    /** A text, compared by its UTF-16 code units: ordinally, as .NET calls it. */
    record Text(String text) implements Literal {
        @Override
        public OptionalInt order(JsonNode value) {
            return value.isString() ? OptionalInt.of(value.asString().compareTo(text)) : OptionalInt.empty();
        }
    }

    /** An instant, whatever offset and digits it is written with. */
    record Moment(Instant instant) implements Literal {
        @Override
        public OptionalInt order(JsonNode value) {
            Optional<Instant> other = value.isString() ? instant(value.asString()) : Optional.empty();
            return other.isPresent() ? OptionalInt.of(other.get().compareTo(instant)) : OptionalInt.empty();
        }

        /** The instant of an ISO 8601 timestamp with an offset or {@code Z}. */
        public static Optional<Instant> instant(String text) {
            return Timestamp.read(text).map(OffsetDateTime::toInstant);
        }
    }

    /** A number, compared by its value: 1.0 equals 1. */
    record Amount(BigDecimal number) implements Literal {
        @Override
        public OptionalInt order(JsonNode value) {
            return value.isNumber() ? OptionalInt.of(value.decimalValue().compareTo(number)) : OptionalInt.empty();
        }
    }

    /** True or false; true is the greater. */
    record Flag(boolean flag) implements Literal {
        @Override
        public OptionalInt order(JsonNode value) {
            return value.isBoolean() ? OptionalInt.of(Boolean.compare(value.asBoolean(), flag)) : OptionalInt.empty();
        }
    }
}
