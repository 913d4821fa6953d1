package dev.tick.spec.contract;

import dev.tick.spec.document.LocatedDocument;

/** Follows the references of a document into itself. */
final class RefResolver {
    private static final String STEP = "/$ref";

    private RefResolver() {}

    /** Returns where the value at a pointer lies: the pointer itself, or where its chain of references ends. */
    static String followed(LocatedDocument source, String pointer) {
        String reference = source.root().at(pointer).path("$ref").asString("");
        return reference.startsWith("#/") ? followed(source, reference.substring(1)) : pointer;
    }

    /** Returns a pointer without steps through references, such as {@code /a/$ref/b}. */
    static String resolved(LocatedDocument source, String pointer) {
        int step = pointer.indexOf(STEP + "/");
        int end = step < 0 && pointer.endsWith(STEP) ? pointer.length() - STEP.length() : step;
        if (end < 0) {
            return pointer;
        }
        String target = followed(source, pointer.substring(0, end));
        return resolved(source, target + pointer.substring(end + STEP.length()));
    }
}
