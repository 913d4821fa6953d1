package dev.tick.conformance.proxy;

import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The header fields that go on to the other side of the proxy. */
final class ForwardedHeaders {
    /** Fields that are for the next hop alone (RFC 9110, section 7.6.1), and the length, which each side is told anew. */
    private static final Set<String> OF_ONE_HOP = Set.of(
            "connection",
            "proxy-connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-authentication-info",
            "content-length");

    private static final String HOST = "Host";
    /** The name of the header that tells through whom a request came (RFC 9110, section 7.6.3). */
    static final String VIA = "Via";

    private static final String ACCEPT_CODING = "Accept-Encoding";

    private ForwardedHeaders() {}

    /**
     * Returns the fields of a request for the service: without the proxy's name, and asking for no coding that nobody here can read.
     *
     * @param via what the proxy says of itself
     */
    static Headers of(Request request, String via) {
        Headers forwarded = endToEnd(request.headers()).without(HOST).plus(VIA, via);
        return forwarded
                .first(ACCEPT_CODING)
                .map(first -> forwarded.with(ACCEPT_CODING, readable(forwarded)))
                .orElse(forwarded);
    }

    /** Returns the fields that are meant for the other end. */
    static Headers endToEnd(Headers headers) {
        Set<String> named = parts(headers, "Connection")
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return new Headers(headers.fields().stream()
                .filter(field -> {
                    String name = field.name().toLowerCase(Locale.ROOT);
                    return !OF_ONE_HOP.contains(name) && !named.contains(name);
                })
                .toList());
    }

    private static String readable(Headers headers) {
        String asked = parts(headers, ACCEPT_CODING)
                .filter(coding -> ContentCodings.READABLE.contains(
                        coding.split(";", 2)[0].trim().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        return asked.isEmpty() ? ContentCodings.IDENTITY : asked;
    }

    /** Returns the members of a field that is a list (RFC 9110, section 5.6.1). */
    static Stream<String> parts(Headers headers, String name) {
        return headers.all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::trim)
                .filter(part -> !part.isEmpty());
    }
}
