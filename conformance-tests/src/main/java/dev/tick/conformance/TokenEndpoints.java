package dev.tick.conformance;

import dev.tick.spec.http.Request;
import java.util.List;

/** Tells calls of the authority's token endpoint from others. */
final class TokenEndpoints {
    private static final List<String> ENDS = List.of("/oauth2/token", "/oauth2/v2.0/token");

    private TokenEndpoints() {}

    static boolean isTokenCall(Request request) {
        return ENDS.stream().anyMatch(request.path()::endsWith);
    }
}
