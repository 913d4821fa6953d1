package dev.tick.spec.document;

import java.util.Optional;

/** Reads and writes JSON pointers (RFC 6901). */
public final class Pointers {
    private static final String PROPERTIES = "/properties/";

    private Pointers() {}

    /** Escapes a name for use as one segment. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Returns the name that a segment stands for. */
    public static String unescaped(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }

    /** Returns the pointer to the value that holds the one at this pointer; the whole document's is the document. */
    public static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    /** Returns the name of the last segment; empty for the whole document. */
    public static String name(String pointer) {
        return unescaped(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    /** Returns the name of the innermost property that a pointer into a schema leads to; empty when it leads to none. */
    public static Optional<String> property(String pointer) {
        int at = pointer.lastIndexOf(PROPERTIES);
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        unescaped(pointer.substring(at + PROPERTIES.length()).split("/", 2)[0]));
    }
}
