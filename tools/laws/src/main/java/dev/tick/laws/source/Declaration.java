package dev.tick.laws.source;

import java.util.Optional;

/**
 * A declaration in a source file.
 *
 * @param place the file as it was given, and the line, such as {@code spec/.../Contract.java:12}
 * @param kind of the declaration
 * @param name simple, of a package qualified
 * @param firstSentence of its javadoc, as written; empty if it has none
 */
public record Declaration(String place, Kind kind, String name, Optional<String> firstSentence) {
    /** The kinds that the laws distinguish. */
    public enum Kind {
        PACKAGE,
        TOP_LEVEL_TYPE,
        NESTED_TYPE,
        MEMBER
    }

    /** Returns whether this declares a type or a package, which javadoc describes by a noun. */
    public boolean isNoun() {
        return kind != Kind.MEMBER;
    }
}
