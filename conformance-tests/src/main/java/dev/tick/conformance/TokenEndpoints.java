package dev.tick.conformance;

import dev.tick.conformance.credential.TokenVersion;
import dev.tick.spec.http.Request;
import java.util.stream.Stream;

/** Tells calls of the authority's token endpoint from others. */
final class TokenEndpoints {
    private TokenEndpoints() {}

    static boolean isTokenCall(Request request) {
        return Stream.of(TokenVersion.values()).map(TokenVersion::path).anyMatch(request.path()::endsWith);
    }
}
