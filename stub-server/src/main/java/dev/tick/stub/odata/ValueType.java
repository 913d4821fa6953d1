package dev.tick.stub.odata;

import dev.tick.spec.text.Timestamp;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A value type of a property, with its literals. */
public enum ValueType {
    /** Any text. */
    TEXT("a text in single quotes, or null"),
    /** A timestamp. */
    INSTANT("a timestamp such as 2030-01-01T00:00:00Z, or null"),
    /** A number. */
    NUMBER("a number, or null"),
    /** A truth value. */
    BOOLEAN("true, false or null");

    /** An exponent of more digits is beyond what a decimal number can hold here. */
    private static final Pattern NUMERAL = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,9})?");

    /** A {@code dateTimeOffsetValue} (OData V4.01 ABNF): seconds are optional, a fraction has 1 to 12 digits. */
    private static final Pattern TIMESTAMP = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d)?)(?:(?<=:\\d\\d:\\d\\d)\\.(\\d{1,12}))?(Z|[+-]\\d\\d:\\d\\d)",
            Pattern.CASE_INSENSITIVE);

    private final String expected;

    ValueType(String expected) {
        this.expected = expected;
    }

    /** Returns the type that a property's schema describes, or the items of its list; empty when these have no order. */
    public static Optional<ValueType> of(JsonNode schema) {
        return switch (typeName(schema)) {
            case "string" -> Optional.of(schema.path("format").asString("").equals("date-time") ? INSTANT : TEXT);
            case "integer", "number" -> Optional.of(NUMBER);
            case "boolean" -> Optional.of(BOOLEAN);
            case "array" -> of(schema.path("items"));
            default -> Optional.empty();
        };
    }

    /** Returns whether a property's schema describes one value or a list. */
    public static PropertyType.Shape shape(JsonNode schema) {
        return typeName(schema).equals("array") ? PropertyType.Shape.MANY : PropertyType.Shape.ONE;
    }

    private static String typeName(JsonNode schema) {
        JsonNode type = schema.path("type");
        return (type.isArray() ? type.valueStream() : Stream.of(type))
                .map(one -> one.asString(""))
                .filter(one -> !one.equals("null"))
                .findFirst()
                .orElse("");
    }

    /** Returns how a literal of this type looks, for people. */
    String expected() {
        return expected;
    }

    /** Returns the literal as it is written in a filter, quotes included; empty when it is none of this type. */
    Optional<Value> literal(String written) {
        return switch (this) {
            case TEXT ->
                written.startsWith("'")
                        ? Optional.of(new Value.Text(
                                written.substring(1, written.length() - 1).replace("''", "'")))
                        : Optional.empty();
            case INSTANT -> moment(written);
            case NUMBER ->
                NUMERAL.matcher(written).matches()
                        ? Optional.of(new Value.Amount(new BigDecimal(written)))
                        : Optional.empty();
            case BOOLEAN ->
                // The grammar's words for them are in no particular case.
                written.equalsIgnoreCase("true") || written.equalsIgnoreCase("false")
                        ? Optional.of(new Value.Flag(written.equalsIgnoreCase("true")))
                        : Optional.empty();
        };
    }

    private static Optional<Value> moment(String written) {
        Matcher parts = TIMESTAMP.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<OffsetDateTime> second = Timestamp.read(parts.group(1) + parts.group(3));
        BigDecimal fraction = parts.group(2) == null ? BigDecimal.ZERO : new BigDecimal("0." + parts.group(2));
        return second.map(time ->
                new Value.Moment(BigDecimal.valueOf(time.toEpochSecond()).add(fraction)));
    }
}
