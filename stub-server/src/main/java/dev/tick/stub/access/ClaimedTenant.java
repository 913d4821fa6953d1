package dev.tick.stub.access;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.Optional;

/** The tenant that a token claims to be of; whether that is true, the verifier of that tenant finds out. */
public final class ClaimedTenant {
    private ClaimedTenant() {}

    /** Returns the claim {@code tid} of the token in a header {@code Authorization}; empty when there is none that can be read. */
    public static Optional<String> of(Optional<String> authorization) {
        return authorization.map(ClaimedTenant::last).flatMap(ClaimedTenant::tenant);
    }

    private static String last(String authorization) {
        String given = authorization.trim();
        return given.substring(given.lastIndexOf(' ') + 1);
    }

    private static Optional<String> tenant(String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JWTParser.parse(token).getJWTClaimsSet())
                    .map(claims -> claims.getClaim("tid"))
                    .filter(String.class::isInstance)
                    .map(String.class::cast);
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
