package dev.tick.reference.todaythird;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Lets callers in, and tells what they may do. */
final class Gate {
    /** What the API offers. */
    enum Operation {
        SUBMIT,
        LIST,
        IMPORT,
        DELETE,
        BATCH_DELETE
    }

    private static final Set<String> AUDIENCES = Set.of(
            "https://api.securitycenter.microsoft.com",
            "https://api.security.microsoft.com",
            "https://api.securitycenter.windows.com",
            "https://securitycenter.onmicrosoft.com/windowsatpservice");
    private final TodayThirdFault fault;
    private final Verifier verifier;

    Gate(TodayThirdFault fault, Verifier verifier) {
        this.fault = fault;
        this.verifier = verifier;
    }

    static Problem unauthorized(String message, String challenge) {
        return new Problem(401, "Unauthorized", message, Map.of("WWW-Authenticate", challenge));
    }

    /** The caller, from the Authorization header. */
    Caller enter(List<String> authorization, boolean reading) {
        if (authorization == null || authorization.isEmpty()) {
            throw unauthorized("An access token is required.", "Bearer");
        }
        String[] words = authorization.get(0).trim().split(" +");
        if (authorization.size() > 1 || words.length != 2 || !words[0].equalsIgnoreCase("Bearer")) {
            throw unauthorized("The Authorization header must hold one bearer token.", "Bearer");
        }
        JsonNode claims = verifier.claims(words[1], reading);
        String audience = claims.path("aud").asString("").replaceFirst("/$", "");
        if (!AUDIENCES.contains(audience)) {
            throw new Problem(403, "Forbidden", "The access token was issued for another audience: " + audience + ".");
        }
        String application = claims.path("appid").asString("");
        Set<String> roles = new HashSet<>();
        claims.path("roles").forEach(role -> roles.add(role.asString("")));
        boolean delegated = claims.has("scp");
        Set<String> scopes =
                Set.copyOf(new HashSet<>(List.of(claims.path("scp").asString("").split(" "))));
        String user = claims.path("upn").asString("");
        return new Caller(
                application, user, delegated ? user : Issuer.displayName(application), roles, scopes, delegated);
    }

    /** Refuses what the caller's roles or scopes do not cover. */
    void permit(Caller caller, Operation operation) {
        if (fault == TodayThirdFault.ANY_SCOPE_IMPORTS && operation == Operation.IMPORT && caller.delegated()
                || fault == TodayThirdFault.ANY_ROLE_DELETES && operation == Operation.DELETE && !caller.delegated()) {
            return;
        }
        if (caller.delegated()) {
            boolean forUsers = operation != Operation.DELETE && operation != Operation.BATCH_DELETE;
            if (!forUsers || !caller.scopes().contains("Ti.ReadWrite")) {
                throw forbidden("Missing application scopes. API required scopes: Ti.ReadWrite, token scopes: "
                        + caller.scopes() + ".");
            }
        } else if (!caller.roles().contains("Ti.ReadWrite") && !caller.roles().contains("Ti.ReadWrite.All")) {
            throw forbidden(
                    "Missing application roles. API required roles: Ti.ReadWrite,Ti.ReadWrite.All, application roles: "
                            + caller.roles() + ".");
        }
    }

    private static Problem forbidden(String message) {
        return new Problem(403, "Forbidden", message);
    }
}
