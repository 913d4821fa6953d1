package dev.tick.doccheck.page;

/**
 * One permission that suffices.
 *
 * @param line of the page, counted from 1
 * @param holder who holds it
 * @param name such as {@code Things.Read}
 */
public record Permission(int line, Holder holder, String name) {
    /** The kind of caller that holds a permission. */
    public enum Holder {
        /** An application: the permission is a role of its token. */
        APPLICATION,
        /** A signed-in user: it is a scope. */
        USER,
        /** Neither of the two, as the page words it. */
        OTHER
    }
}
