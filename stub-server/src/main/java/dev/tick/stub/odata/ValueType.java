package dev.tick.stub.odata;

import java.math.BigDecimal;
import java.util.Optional;
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
    private static final Pattern NUMERAL = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,9})?");

    private final String expected;

    ValueType(String expected) {
        this.expected = expected;
    }

    /** Returns the type that a property's schema describes, or the items of its list; empty when these have no order. */
    public static Optional<ValueType> of(JsonNode schema) {
        JsonNode type = schema.path("type");
        String name = (type.isArray() ? type.valueStream() : Stream.of(type))
                .map(one -> one.asString(""))
                .filter(one -> !one.equals("null"))
                .findFirst()
                .orElse("");
        return switch (name) {
            case "string" -> Optional.of(schema.path("format").asString("").equals("date-time") ? INSTANT : TEXT);
            case "integer", "number" -> Optional.of(NUMBER);
            case "boolean" -> Optional.of(BOOLEAN);
            case "array" -> of(schema.path("items"));
            default -> Optional.empty();
        };
    }

    /** Returns how a literal of this type looks, for people. */
    String expected() {
        return expected;
    }

    /** Returns the literal as it is written in a filter, quotes included; empty when it is none of this type. */
    Optional<Literal> literal(String written) {
        if (written.equals("null")) {
            return Optional.of(new Literal.Nothing());
        }
        return switch (this) {
            case TEXT ->
                written.startsWith("'")
                        ? Optional.of(new Literal.Text(
                                written.substring(1, written.length() - 1).replace("''", "'")))
                        : Optional.empty();
            case INSTANT -> Literal.Moment.instant(written).map(Literal.Moment::new);
            case NUMBER ->
                NUMERAL.matcher(written).matches()
                        ? Optional.of(new Literal.Amount(new BigDecimal(written)))
                        : Optional.empty();
            case BOOLEAN ->
                written.equals("true") || written.equals("false")
                        ? Optional.of(new Literal.Flag(written.equals("true")))
                        : Optional.empty();
        };
    }
}
