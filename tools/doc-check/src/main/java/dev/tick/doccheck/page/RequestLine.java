package dev.tick.doccheck.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Method and URL of a request.
 *
 * @param line of the page, counted from 1
 * @param method as printed; methods know their case
 * @param origin scheme and host, such as {@code https://api.example}; empty where the URL begins with its path
 * @param path without query and closing slash
 */
public record RequestLine(int line, String method, Optional<String> origin, String path) {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z]+)\\s+(https?://[^/\\s?]+)?(/[^\\s?#]*)([?#]\\S*)?(\\s+HTTP/\\S+)?");

    /** Parses a request line; empty for any other text. */
    static Optional<RequestLine> of(int line, String text) {
        Matcher found = FORM.matcher(text.trim());
        if (!found.matches()) {
            return Optional.empty();
        }
        String path = found.group(3);
        return Optional.of(new RequestLine(
                line,
                found.group(1),
                Optional.ofNullable(found.group(2)),
                path.endsWith("/") ? path.substring(0, path.length() - 1) : path));
    }

    /** Returns the line as a message prints it. */
    public String text() {
        return method + " " + origin.orElse("") + path;
    }
}
