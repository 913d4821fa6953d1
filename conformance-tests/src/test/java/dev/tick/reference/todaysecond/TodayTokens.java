package dev.tick.reference.todaysecond;

import dev.tick.reference.first.Problem;
import dev.tick.reference.first.Rejection;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Issues the tokens of a server of today's edition, and knows them again, whole. */
final class TodayTokens {
    private static final String AUDIENCE = "https://api.securitycenter.microsoft.com";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Holder> holders = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();

    /** Whom a token is of, and what it allows: a role, a scope, or nothing. */
    record Holder(String application, String allows) {
        static final String OWN = "own";
        static final String ALL = "all";
        static final String USER = "user";
        static final String NOTHING = "nothing";
        static final String UNSOUND = "unsound";
    }

    TodayTokens() {
        String application = UUID.randomUUID().toString();
        issue("TICK_TOKEN", application, Holder.OWN);
        issue("TICK_TOKEN_EXPIRED", application, Holder.UNSOUND);
        issue("TICK_TOKEN_WITHOUT_ROLE", application, Holder.NOTHING);
        issue("TICK_TOKEN_DELEGATED", application, Holder.USER);
        issue("TICK_TOKEN_DELEGATED_WITHOUT_SCOPE", application, Holder.NOTHING);
        issue("TICK_TOKEN_OTHER_APPLICATION", UUID.randomUUID().toString(), Holder.OWN);
        issue("TICK_TOKEN_TENANT_WIDE", UUID.randomUUID().toString(), Holder.ALL);
        issue("TICK_TOKEN_OTHER_AUDIENCE", application, Holder.UNSOUND);
    }

    Map<String, String> tokens() {
        return Map.copyOf(tokens);
    }

    Holder holder(List<String> authorizations) throws Rejection {
        String[] words =
                authorizations.size() == 1 ? authorizations.get(0).strip().split(" +", 2) : new String[] {""};
        Holder holder = words.length == 2 && words[0].equalsIgnoreCase("Bearer") ? holders.get(words[1]) : null;
        if (holder == null || holder.allows().equals(Holder.UNSOUND)) {
            throw new Rejection(Problem.NO_SOUND_TOKEN, "The token is missing, invalid or expired.");
        }
        if (holder.allows().equals(Holder.NOTHING)) {
            throw new Rejection(Problem.ROLE_MISSING, "Required: Ti.ReadWrite or Ti.ReadWrite.All, held: none.");
        }
        return holder;
    }

    private void issue(String name, String application, String allows) {
        String claims = JsonMapper.shared().writeValueAsString(claims(name, application, allows));
        String token = "eyJhbGciOiJSUzI1NiJ9."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + signature();
        tokens.put(name, token);
        holders.put(token, new Holder(application, allows));
    }

    private static Map<String, Object> claims(String name, String application, String allows) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", name.endsWith("_OTHER_AUDIENCE") ? "https://graph.microsoft.com" : AUDIENCE);
        claims.put("appid", application);
        claims.put("exp", Instant.now().getEpochSecond() + (name.endsWith("_EXPIRED") ? -7_200 : 3_600));
        switch (allows) {
            case Holder.USER -> claims.put("scp", "Ti.ReadWrite");
            case Holder.ALL -> claims.put("roles", List.of("Ti.ReadWrite.All"));
            case Holder.NOTHING -> {
                if (name.endsWith("_WITHOUT_SCOPE")) {
                    claims.put("scp", "User.Read");
                }
            }
            default -> claims.put("roles", List.of("Ti.ReadWrite"));
        }
        return claims;
    }

    private String signature() {
        byte[] filled = new byte[256];
        random.nextBytes(filled);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(filled);
    }
}
