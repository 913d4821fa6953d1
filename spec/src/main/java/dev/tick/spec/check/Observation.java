package dev.tick.spec.check;

/** A part of a response that is noted beside the status ({@code observe}). */
public sealed interface Observation {
    /** The word for {@link EntryCount}. */
    String ENTRIES = "entries";

    /** The pattern of what can be observed: a JSON pointer, a header with a capital, or the word for entries. */
    String PATTERN = "/.*|[A-Z][A-Za-z0-9-]*|" + ENTRIES;

    /** A value of the body.
     *
     * @param pointer a JSON pointer into the body
     */
    record BodyValue(String pointer) implements Observation {}

    /** A header.
     *
     * @param name with a capital, such as {@code Allow}
     */
    record HeaderValue(String name) implements Observation {}

    /** The number of entities in a list: none, one or several. */
    record EntryCount() implements Observation {}

    /** Reads what matches {@link #PATTERN}. */
    static Observation of(String text) {
        return text.startsWith("/")
                ? new BodyValue(text)
                : text.equals(ENTRIES) ? new EntryCount() : new HeaderValue(text);
    }

    /** Returns how it is written in the register. */
    default String text() {
        if (this instanceof BodyValue value) {
            return value.pointer();
        }
        return this instanceof HeaderValue header ? header.name() : ENTRIES;
    }
}
