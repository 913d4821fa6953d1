package dev.tick.reference.first;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a path names: the collection, or the indicator whose value is {@code id}. */
record Route(Optional<String> id) {

    private static final List<String> COLLECTIONS = List.of("/api/tiindicators", "/api/v1.0/tiindicators");

    /** The route of a path as it was sent, with its percent encoding; empty when it names nothing. */
    static Optional<Route> of(String rawPath, String prefix, IndicatorFault fault) {
        for (String collection : COLLECTIONS) {
            String root = prefix + collection;
            if (rawPath.equals(root)) {
                return Optional.of(new Route(Optional.empty()));
            }
            if (rawPath.startsWith(root + "/")) {
                return item(rawPath.substring(root.length() + 1), fault);
            }
        }
        return Optional.empty();
    }

    private static Optional<Route> item(String rawId, IndicatorFault fault) {
        if (rawId.isEmpty() || rawId.contains("/")) {
            return Optional.empty();
        }
        // The decoder is one for forms, where a plus sign is a space; in a path it is a plus sign.
        String escaped = fault == IndicatorFault.PLUS_READ_AS_SPACE ? rawId : rawId.replace("+", "%2B");
        try {
            return Optional.of(new Route(Optional.of(URLDecoder.decode(escaped, StandardCharsets.UTF_8))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String allow(IndicatorFault fault) {
        if (fault == IndicatorFault.ALLOW_NAMES_EVERYTHING) {
            return "DELETE, GET, PATCH, POST, PUT";
        }
        return id.isPresent() ? "GET, PATCH" : "GET, POST";
    }
}
