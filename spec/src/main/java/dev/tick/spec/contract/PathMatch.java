package dev.tick.spec.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A path that fits the template of an operation.
 *
 * @param parameter the value in place of the template's parameter, percent-decoded; empty for a template without one
 */
public record PathMatch(Optional<String> parameter) {
    private static final PathMatch WITHOUT_PARAMETER = new PathMatch(Optional.empty());

    /** Matches segment by segment. */
    static Optional<PathMatch> of(String template, String path) {
        String[] expected = template.split("/", -1);
        String[] actual = path.split("/", -1);
        if (expected.length != actual.length) {
            return Optional.empty();
        }
        PathMatch match = WITHOUT_PARAMETER;
        for (int i = 0; i < expected.length; i++) {
            if (!expected[i].startsWith("{")) {
                if (!expected[i].equals(actual[i])) {
                    return Optional.empty();
                }
            } else if (actual[i].isEmpty()) {
                return Optional.empty();
            } else {
                match = new PathMatch(Optional.of(decoded(actual[i])));
            }
        }
        return Optional.of(match);
    }

    /** Returns a segment of a path percent-decoded: a plus sign is itself, and so is what is no percent-encoding. */
    public static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
