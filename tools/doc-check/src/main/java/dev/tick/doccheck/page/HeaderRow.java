package dev.tick.doccheck.page;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the table of request headers.
 *
 * @param line of the page, counted from 1
 * @param name as printed; header names are case-insensitive
 * @param text what the page says of it
 * @param need whether it must be sent
 */
public record HeaderRow(int line, String name, String text, Presence need) {
    private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z]+/[A-Za-z0-9.+-]*[A-Za-z0-9]");

    /** Returns the first media type that the text names, in lower case. */
    public Optional<String> mediaType() {
        Matcher found = MEDIA_TYPE.matcher(text);
        return found.find() ? Optional.of(found.group().toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
