package dev.tick.spec.contract;

import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the line of what swagger-parser reports, which names a place in words of its own. */
final class SwaggerMessage {
    /** Such as {@code attribute paths.'/rooms'(get).responses.200.description is missing}. */
    private static final Pattern PLACED = Pattern.compile("attribute (\\S+) is .*");

    private static final Pattern SEGMENT = Pattern.compile("'([^']*)'|\\(([a-z]+)\\)|([^.'()\\[\\]]+)|\\[(\\d+)]");

    private SwaggerMessage() {}

    /** Returns the problem with the line of the place, or of the nearest one that holds it; 0 where the message names none. */
    static InvalidDocumentException located(LocatedDocument source, String message) {
        Matcher placed = PLACED.matcher(message);
        return new InvalidDocumentException(
                source.file(), placed.matches() ? source.lineOf(pointer(placed.group(1))) : 0, message);
    }

    private static String pointer(String place) {
        StringBuilder pointer = new StringBuilder();
        Matcher segment = SEGMENT.matcher(place);
        while (segment.find()) {
            String name = segment.group().replaceAll("^['(\\[]|[')\\]]$", "");
            pointer.append('/').append(LocatedDocument.segment(name));
        }
        return pointer.toString();
    }
}
