package dev.tick.reference.firstsecond;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verifies the bearer token of a request and names the calling application. */
final class SecondGuard {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> AUDIENCES = Set.of(
            SecondIssuer.AUDIENCE,
            SecondIssuer.AUDIENCE + "/",
            "https://securitycenter.onmicrosoft.com/windowsatpservice",
            "https://api.securitycenter.microsoft.com");
    private static final Set<String> ROLES = Set.of("Ti.ReadWrite", "Ti_ReadWrite", "Ti.ReadWrite.All");
    private static final long SKEW_SECONDS = 60;

    private final FirstSecondFault fault;
    private final Clock clock;
    private final Set<String> admitted = ConcurrentHashMap.newKeySet();

    SecondGuard(FirstSecondFault fault, Clock clock) {
        this.fault = fault;
        this.clock = clock;
    }

    /** The application's id; throws 401 or 403. */
    String admit(String authorization, boolean list, boolean one) {
        JsonNode claims = verified(authorization, one);
        String application = claims.path("appid").asString("");
        if (fault == FirstSecondFault.ADMITTED_ONCE && admitted.contains(application) && !claims.has("scp")) {
            return application;
        }
        if (fault == FirstSecondFault.DELEGATED_READS
                && list
                && claims.path("scp").asString("").equals("Ti.ReadWrite")) {
            return application;
        }
        if (claims.has("scp") || !claims.path("roles").isArray()) {
            throw new SecondProblem(403, "Forbidden", "Only application context is supported by this API.");
        }
        for (JsonNode role : claims.path("roles")) {
            if (role.isString() && ROLES.contains(role.stringValue())) {
                admitted.add(application);
                return application;
            }
        }
        throw new SecondProblem(
                403,
                "Forbidden",
                "Missing application roles. API required roles: Ti.ReadWrite, " + "application roles: "
                        + claims.path("roles") + ".");
    }

    private JsonNode verified(String authorization, boolean one) {
        if (authorization == null || authorization.isBlank()) {
            throw unauthorized("Authorization is missing.");
        }
        String[] words = authorization.trim().split(" +");
        if (words.length != 2 || !words[0].equalsIgnoreCase("Bearer")) {
            throw unauthorized("A bearer token is required.");
        }
        String[] parts = words[1].split("\\.", -1);
        if (parts.length != 3) {
            throw unauthorized("The token is malformed.");
        }
        JsonNode header = json(parts[0]);
        if (!header.path("alg").asString("").equals("RS256")) {
            throw unauthorized("The token's algorithm is not accepted.");
        }
        if (!signed(parts) && fault != FirstSecondFault.SIGNATURE_UNVERIFIED) {
            throw unauthorized("The token's signature is invalid.");
        }
        JsonNode claims = json(parts[1]);
        times(claims, one);
        if (!claims.path("aud").isString()
                || !AUDIENCES.contains(claims.path("aud").stringValue())
                || !claims.path("iss").asString("").equals(SecondIssuer.ISSUER)) {
            throw unauthorized("The token's audience or issuer is invalid.");
        }
        return claims;
    }

    private void times(JsonNode claims, boolean one) {
        long now = clock.instant().getEpochSecond();
        if (!claims.path("exp").isNumber() || !claims.path("nbf").isNumber()) {
            throw unauthorized("The token has no lifetime.");
        }
        boolean expired = claims.path("exp").asLong() + SKEW_SECONDS <= now;
        if (expired && !(fault == FirstSecondFault.EXPIRY_IGNORED_BY_ID && one)) {
            throw unauthorized("The token has expired.");
        }
        if (claims.path("nbf").asLong() > now + SKEW_SECONDS) {
            throw unauthorized("The token is not valid yet.");
        }
    }

    private static boolean signed(String[] parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(SecondIssuer.publicKey());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(decode(parts[2]));
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    private static JsonNode json(String part) {
        try {
            return MAPPER.readTree(decode(part));
        } catch (JacksonException wrong) {
            throw unauthorized("The token is malformed.");
        }
    }

    /** Decodes base64url, and only its one canonical spelling. */
    private static byte[] decode(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException wrong) {
            throw unauthorized("The token is malformed.");
        }
        throw unauthorized("The token is malformed.");
    }

    private static SecondProblem unauthorized(String message) {
        return new SecondProblem(401, "Unauthorized", message);
    }
}
