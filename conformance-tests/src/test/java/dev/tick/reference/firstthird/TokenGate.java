package dev.tick.reference.firstthird;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets in who holds a sound token of an application with the role. */
final class TokenGate {
    private static final Set<String> AUDIENCES = Set.of(
            "https://api.securitycenter.windows.com",
            "https://api.securitycenter.windows.com/",
            "https://securitycenter.onmicrosoft.com/windowsatpservice",
            "https://api.securitycenter.microsoft.com",
            "https://api.securitycenter.microsoft.com/");
    private static final Set<String> ROLES = Set.of("Ti.ReadWrite", "Ti_ReadWrite", "Ti.ReadWrite.All");
    private static final long SKEW = 60;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, JsonNode> verified = new ConcurrentHashMap<>();
    private final TokenMint mint;
    private final Clock clock;
    private final FirstThirdFault fault;

    TokenGate(TokenMint mint, Clock clock, FirstThirdFault fault) {
        this.mint = mint;
        this.clock = clock;
        this.fault = fault;
    }

    /** The calling application's id. */
    String admit(String authorization, Operation operation) {
        JsonNode claims = verify(bearer(authorization));
        boolean late = clock.instant().getEpochSecond() > claims.path("exp").asLong(0) + SKEW;
        if (fault == FirstThirdFault.EXPIRED_TOKEN_READS && operation == Operation.GET) {
            late = false;
        }
        if (late || clock.instant().getEpochSecond() < claims.path("nbf").asLong(Long.MAX_VALUE) - SKEW) {
            throw Refusal.unauthorized("The token is expired or not yet valid.");
        }
        if (!claims.path("iss").asString("").equals(mint.issuer())) {
            throw Refusal.unauthorized("The token's issuer is not known.");
        }
        if (!AUDIENCES.contains(claims.path("aud").asString(""))) {
            throw Refusal.forbidden("The token was issued for another audience.");
        }
        allow(claims, operation);
        return claims.path("appid").asString("");
    }

    private void allow(JsonNode claims, Operation operation) {
        if (claims.has("scp")) {
            if (fault == FirstThirdFault.USER_TOKEN_LISTS
                    && operation == Operation.LIST
                    && claims.path("scp").asString("").equals("Ti.ReadWrite")) {
                return;
            }
            throw Refusal.forbidden("This API is supported only for requests of an application.");
        }
        if (fault == FirstThirdFault.ROLE_FORGOTTEN_ON_DELETE && operation == Operation.DELETE) {
            return;
        }
        for (JsonNode role : claims.path("roles")) {
            if (ROLES.contains(role.asString(""))) {
                return;
            }
        }
        throw Refusal.forbidden("Missing application roles. API required roles: Ti.ReadWrite, application roles: "
                + claims.path("roles") + ".");
    }

    private String bearer(String authorization) {
        if (authorization == null || authorization.isBlank()) {
            throw Refusal.unauthorized("No token was sent.");
        }
        String[] words = authorization.trim().split(" +", 2);
        boolean bearer = fault == FirstThirdFault.SCHEME_IN_CAPITALS_ONLY
                ? words[0].equals("Bearer")
                : words[0].equalsIgnoreCase("Bearer");
        if (!bearer || words.length < 2) {
            throw Refusal.unauthorized("A bearer token is required.");
        }
        return words[1];
    }

    private JsonNode verify(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw Refusal.unauthorized("The token is malformed.");
        }
        String key = fault == FirstThirdFault.VERDICT_CACHE_FORGETS_SIGNATURE ? parts[0] + "." + parts[1] : token;
        JsonNode known = verified.get(key);
        if (known != null) {
            return known;
        }
        try {
            if (!json.readTree(Base64.getUrlDecoder().decode(parts[0]))
                    .path("alg")
                    .asString("")
                    .equals("RS256")) {
                throw Refusal.unauthorized("The token's algorithm is not allowed.");
            }
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(mint.key());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                throw Refusal.unauthorized("The token's signature is wrong.");
            }
            JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
            if (verified.size() > 1000) {
                verified.clear();
            }
            verified.put(key, claims);
            return claims;
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException e) {
            throw Refusal.unauthorized("The token is malformed.");
        }
    }
}
