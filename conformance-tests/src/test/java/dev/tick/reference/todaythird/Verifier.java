package dev.tick.reference.todaythird;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Verifies a token's form, algorithm, signature, times and issuer. */
final class Verifier {
    private final TodayThirdFault fault;
    private final Clock clock;
    private final PublicKey key;
    private final Set<String> verified = ConcurrentHashMap.newKeySet();

    Verifier(TodayThirdFault fault, Clock clock, PublicKey key) {
        this.fault = fault;
        this.clock = clock;
        this.key = key;
    }

    /** The claims of a sound token. */
    JsonNode claims(String token, boolean reading) {
        String[] parts = token.split("\\.", -1);
        JsonNode header = parts.length == 3 ? tree(parts[0]) : null;
        JsonNode claims = parts.length == 3 ? tree(parts[1]) : null;
        if (header == null || claims == null || !header.isObject() || !claims.isObject()) {
            throw refused("The access token is malformed.");
        }
        String algorithm = header.path("alg").asString("");
        boolean unsigned =
                fault == TodayThirdFault.UNSIGNED_TOKEN && algorithm.equalsIgnoreCase("none") && parts[2].isEmpty();
        if (!unsigned) {
            if (!algorithm.equals("RS256") || !signed(parts)) {
                throw refused("The signature of the access token is invalid.");
            }
        }
        times(claims, reading);
        if (!Issuer.NAME.equals(claims.path("iss").asString(""))) {
            throw refused("The issuer of the access token is invalid.");
        }
        return claims;
    }

    private void times(JsonNode claims, boolean reading) {
        long now = clock.instant().getEpochSecond();
        if (!claims.path("exp").isNumber()
                || !claims.path("nbf").isNumber()
                || claims.path("nbf").asLong() > now) {
            throw refused("The access token is not valid now.");
        }
        if (claims.path("exp").asLong() <= now && !(fault == TodayThirdFault.EXPIRED_MAY_READ && reading)) {
            if (fault == TodayThirdFault.NO_CHALLENGE_WHEN_EXPIRED) {
                throw new Problem(401, "Unauthorized", "The access token has expired.");
            }
            throw refused("The access token has expired.");
        }
    }

    private boolean signed(String[] parts) {
        String text = parts[0] + "." + parts[1];
        if (fault == TodayThirdFault.SIGNATURE_UNVERIFIED
                || fault == TodayThirdFault.VERIFIED_ONCE && verified.contains(text)) {
            return true;
        }
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            boolean sound = signature.verify(Base64.getUrlDecoder().decode(parts[2]));
            if (sound && fault == TodayThirdFault.VERIFIED_ONCE) {
                verified.add(text);
            }
            return sound;
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            return false;
        }
    }

    private static JsonNode tree(String part) {
        try {
            return Json.treeOrNull(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException broken) {
            return null;
        }
    }

    private static Problem refused(String message) {
        return Gate.unauthorized(message, "Bearer error=\"invalid_token\", error_description=\"" + message + "\"");
    }
}
