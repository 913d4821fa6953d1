package dev.tick.spec.contract;

import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows the references of a document into itself. */
final class RefResolver {
    private static final String REFERENCE = "$ref";
    private static final String STEP = "/" + REFERENCE;

    private RefResolver() {}

    /**
     * Returns where the value at a pointer lies: the pointer itself, or where its chain of references ends.
     *
     * @throws InvalidDocumentException when the chain leads back to itself
     */
    static String followed(LocatedDocument source, String pointer) {
        List<String> chain = chain(source, pointer);
        String end = chain.get(chain.size() - 1);
        int circle = chain.indexOf(end);
        if (circle < chain.size() - 1) {
            throw circular(source, chain.subList(circle, chain.size()));
        }
        return end;
    }

    /** Returns the pointers of a chain of references, which ends at a value, or at the first that comes again. */
    static List<String> chain(LocatedDocument source, String pointer) {
        List<String> chain = new ArrayList<>(List.of(pointer));
        Set<String> seen = new HashSet<>(chain);
        String next = reference(source, pointer);
        while (next.startsWith("#/")) {
            String at = next.substring(1);
            chain.add(at);
            next = seen.add(at) ? reference(source, at) : "";
        }
        return chain;
    }

    private static String reference(LocatedDocument source, String pointer) {
        return source.root().at(pointer).path(REFERENCE).asString("");
    }

    /** Returns a problem with a circle, whose last pointer is its first. */
    private static InvalidDocumentException circular(LocatedDocument source, List<String> circle) {
        return source.defect(
                circle.get(0) + STEP,
                "leads back to itself: " + String.join(" -> ", circle) + "; let one of them hold a value of its own");
    }

    /** Returns a pointer without steps through references, such as {@code /a/$ref/b}. */
    static String resolved(LocatedDocument source, String pointer) {
        Set<String> seen = new HashSet<>();
        String at = pointer;
        for (int end = step(at); end >= 0; end = step(at)) {
            if (!seen.add(at)) {
                throw circular(source, List.of(at.substring(0, end), at.substring(0, end)));
            }
            at = followed(source, at.substring(0, end)) + at.substring(end + STEP.length());
        }
        return at;
    }

    /** Returns where the first step through a reference begins; a negative number for none. */
    private static int step(String pointer) {
        int step = pointer.indexOf(STEP + "/");
        return step < 0 && pointer.endsWith(STEP) ? pointer.length() - STEP.length() : step;
    }
}
