package dev.tick.reference.first;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Issues the tokens of a server, and knows them again, whole, as the very text that was issued. */
final class TokenRegistry {

    private static final String AUDIENCE = "https://api.securitycenter.windows.com";
    private static final String ROLE = "Ti.ReadWrite";

    private final SecureRandom random = new SecureRandom();
    private final String application = UUID.randomUUID().toString();
    private final String tenant = UUID.randomUUID().toString();
    private final Map<String, Credential> credentials = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Shape shape;
    private final IndicatorFault fault;

    TokenRegistry(Shape shape, IndicatorFault fault) {
        this.shape = shape;
        this.fault = fault;
        issue("TICK_TOKEN", application, Standing.SOUND);
        issue("TICK_TOKEN_EXPIRED", application, Standing.EXPIRED);
        issue("TICK_TOKEN_WITHOUT_ROLE", application, Standing.WITHOUT_ROLE);
        issue("TICK_TOKEN_DELEGATED", application, Standing.DELEGATED);
        issue("TICK_TOKEN_OTHER_APPLICATION", UUID.randomUUID().toString(), Standing.SOUND);
        issue("TICK_TOKEN_OTHER_AUDIENCE", application, Standing.OTHER_AUDIENCE);
    }

    Map<String, String> tokens() {
        return Map.copyOf(tokens);
    }

    /** The application that TICK_TOKEN was issued to. */
    String application() {
        return application;
    }

    /** The application that the caller is; lists is whether it asks for the list. */
    String authorize(List<String> authorizations, boolean lists) throws Rejection {
        Credential caller = credentials.get(bearerToken(authorizations));
        Standing standing = caller == null ? Standing.OTHER_AUDIENCE : caller.standing();
        if (standing == Standing.EXPIRED && fault == IndicatorFault.EXPIRED_TOKEN_LISTS && lists) {
            return caller.application();
        }
        return switch (standing) {
            case SOUND -> caller.application();
            case EXPIRED, OTHER_AUDIENCE ->
                throw new Rejection(Problem.NO_SOUND_TOKEN, "The token is missing, invalid or expired.");
            case DELEGATED ->
                throw new Rejection(Problem.DELEGATED_TOKEN, "Only the token of an application is served here.");
            case WITHOUT_ROLE ->
                throw new Rejection(
                        Problem.ROLE_MISSING, "A required role is missing. Required: " + ROLE + ", held: none.");
        };
    }

    private String bearerToken(List<String> authorizations) {
        if (authorizations.size() != 1) {
            return "";
        }
        String[] words = authorizations.get(0).strip().split(" +", 2);
        boolean bearer = fault == IndicatorFault.SCHEME_CASE_SENSITIVE
                ? words[0].equals("Bearer")
                : words[0].equalsIgnoreCase("Bearer");
        return bearer && words.length == 2 ? words[1] : "";
    }

    private void issue(String name, String holder, Standing standing) {
        String head = shape == Shape.OPAQUE ? randomText(21) : header();
        String middle = shape == Shape.OPAQUE ? randomText(111) : claims(holder, standing);
        String token = head + "." + middle + "." + randomText(shape == Shape.OPAQUE ? 33 : 256);
        tokens.put(name, token);
        credentials.put(token, new Credential(holder, standing));
    }

    private String header() {
        return json(Map.of("typ", "JWT", "alg", "RS256", "kid", randomText(20)));
    }

    private String claims(String holder, Standing standing) {
        long now = Instant.now().getEpochSecond() - (standing == Standing.EXPIRED ? 86_400 : 0);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", standing == Standing.OTHER_AUDIENCE ? "https://graph.microsoft.com" : AUDIENCE);
        claims.put("iss", "https://sts.windows.net/" + tenant + "/");
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", now + 3_900);
        claims.put("appid", holder);
        claims.put("appidacr", "1");
        if (standing == Standing.DELEGATED) {
            claims.put("scp", ROLE);
        } else if (standing == Standing.SOUND || standing == Standing.EXPIRED) {
            claims.put("roles", List.of(ROLE));
        }
        claims.put("sub", UUID.randomUUID().toString());
        claims.put("tid", tenant);
        claims.put("ver", "1.0");
        return json(claims);
    }

    private static String json(Map<String, Object> object) {
        String text = JsonMapper.shared().writeValueAsString(object);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String randomText(int bytes) {
        byte[] filled = new byte[bytes];
        random.nextBytes(filled);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(filled);
    }

    /** What a token looks like; either way it has three parts. */
    enum Shape {
        JWT,
        OPAQUE
    }

    private enum Standing {
        SOUND,
        EXPIRED,
        WITHOUT_ROLE,
        DELEGATED,
        OTHER_AUDIENCE
    }

    private record Credential(String application, Standing standing) {}
}
