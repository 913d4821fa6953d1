package dev.tick.reference.todayfourth;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Lets a caller in: first the token, then what the token allows. */
final class FourthGate {
    private static final Set<String> AUDIENCES = Set.of(
            "https://api.securitycenter.microsoft.com",
            "https://api.securitycenter.windows.com",
            "https://securitycenter.onmicrosoft.com/windowsatpservice",
            "https://api.security.microsoft.com");
    private static final long SKEW = 60;
    private static final long DAY = 86_400;
    private final Clock clock;
    private final TodayFourthFault fault;
    private final FourthSignature signature;
    private final Map<Object, JsonNode> connections = new ConcurrentHashMap<>();

    FourthGate(Clock clock, TodayFourthFault fault, FourthSignature signature) {
        this.clock = clock;
        this.fault = fault;
        this.signature = signature;
    }

    /** The trusted claims of a request. */
    JsonNode authenticate(String authorization, Object connection) {
        if (fault == TodayFourthFault.CONNECTION_REMEMBERED && connections.containsKey(connection)) {
            return connections.get(connection);
        }
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw unauthorized("The request carries no bearer token.", "Bearer realm=\"indicators\"");
        }
        JsonNode claims = signature.claims(authorization.substring(7).strip());
        if (claims == null || !FourthMint.ISSUER.equals(claims.path("iss").asString(""))) {
            throw unauthorized("The token is not valid.", "Bearer realm=\"indicators\", error=\"invalid_token\"");
        }
        checkTimes(claims);
        if (fault == TodayFourthFault.CONNECTION_REMEMBERED) {
            connections.put(connection, claims);
        }
        return claims;
    }

    private void checkTimes(JsonNode claims) {
        long now = clock.instant().getEpochSecond();
        long grace = fault == TodayFourthFault.DAY_OF_GRACE ? DAY : SKEW;
        if (claims.path("nbf").asLong(0) > now + SKEW || claims.path("exp").asLong(0) + grace <= now) {
            String challenge = fault == TodayFourthFault.EXPIRED_WITHOUT_CHALLENGE
                    ? null
                    : "Bearer realm=\"indicators\", error=\"invalid_token\", error_description=\"expired\"";
            throw unauthorized("The token has expired or is not yet valid.", challenge);
        }
    }

    /** The caller, if the claims allow the operation. */
    FourthCaller authorize(JsonNode claims, FourthOperation operation) {
        String audience = claims.path("aud").asString("");
        if (!AUDIENCES.contains(audience.endsWith("/") ? audience.substring(0, audience.length() - 1) : audience)) {
            throw forbidden("The token was issued for another audience.");
        }
        String app = claims.path("appid").asString("");
        if (claims.has("scp")) {
            List<String> scopes = Arrays.asList(claims.path("scp").asString("").split(" "));
            if (!scopes.contains("Ti.ReadWrite") || !operation.forUsers(fault)) {
                throw forbidden("The user's token lacks a permission. Held: " + scopes);
            }
            return new FourthCaller(
                    app, claims.path("name").asString(app), claims.path("upn").asString(app), false);
        }
        List<String> roles = new ArrayList<>();
        claims.path("roles").forEach(role -> roles.add(role.asString("")));
        boolean allowed = roles.contains("Ti.ReadWrite")
                || roles.contains("Ti.ReadWrite.All")
                || fault == TodayFourthFault.IMPORT_WITHOUT_ROLE && operation == FourthOperation.IMPORT;
        if (!allowed) {
            throw forbidden("The application roles required are Ti.ReadWrite.All,Ti.ReadWrite. Held: " + roles);
        }
        return new FourthCaller(
                app, claims.path("app_displayname").asString(app), null, roles.contains("Ti.ReadWrite.All"));
    }

    private static FourthProblem forbidden(String message) {
        return new FourthProblem(403, "Forbidden", message);
    }

    private static FourthProblem unauthorized(String message, String challenge) {
        return new FourthProblem(
                401, "Unauthorized", message, challenge == null ? Map.of() : Map.of("WWW-Authenticate", challenge));
    }
}
