package dev.tick.stub.odata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A function that tells something of two texts (OData V4.01, part 2, 5.1.1.5). */
public enum TextFunction {
    /** The first text begins with the second. */
    STARTSWITH,
    /** The first text ends with the second. */
    ENDSWITH,
    /** The second text is in the first. */
    CONTAINS;

    /** Returns the function of this name, which is in lower case. */
    static Optional<TextFunction> of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** The names, for people. */
    static String words() {
        return Arrays.stream(values())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    boolean holds(String text, String part) {
        return switch (this) {
            case STARTSWITH -> text.startsWith(part);
            case ENDSWITH -> text.endsWith(part);
            case CONTAINS -> text.contains(part);
        };
    }
}
