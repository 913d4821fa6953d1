package dev.tick.spec.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encodes path segments (RFC 3986). */
final class Segments {
    private Segments() {}

    /** A form encoder differs from a segment's rules in three characters. */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
