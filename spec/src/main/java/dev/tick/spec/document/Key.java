package dev.tick.spec.document;

import java.util.List;

/**
 * A key that a mapping may have.
 *
 * @param name how it is written
 * @param type the type of its value
 * @param required whether it must be there
 * @param formerly how it was written before, which is still read
 */
public record Key(String name, FieldType type, boolean required, List<String> formerly) {
    /** Copies the former names. */
    public Key {
        formerly = List.copyOf(formerly);
    }

    /** Returns a key that must be there. */
    public static Key required(String name, FieldType type) {
        return new Key(name, type, true, List.of());
    }

    /** Returns a key that may be left out. */
    public static Key optional(String name, FieldType type) {
        return new Key(name, type, false, List.of());
    }

    /** Returns a copy with a former name, which is still read. */
    public Key formerly(String... names) {
        return new Key(name, type, required, List.of(names));
    }
}
