package dev.tick.reference.today;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Issues signed tokens, one of each sort, and tells from a request's header who calls. */
final class Tokens {
    static final String OWN = "Ti.ReadWrite";
    static final String ALL = "Ti.ReadWrite.All";

    private static final String AUDIENCE = "https://api.securitycenter.microsoft.com";
    private static final String SIGNING = "HmacSHA256";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final byte[] key = new byte[32];
    private final String tenant = UUID.randomUUID().toString();
    private final String application = UUID.randomUUID().toString();
    private final Clock clock;
    private final Map<TokenType, String> issued = new EnumMap<>(TokenType.class);

    Tokens(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
        for (TokenType sort : TokenType.values()) {
            issued.put(sort, issue(sort));
        }
    }

    Map<TokenType, String> issued() {
        return Map.copyOf(issued);
    }

    /** The application of the sound token. */
    String application() {
        return application;
    }

    Caller caller(List<String> authorizations) throws Refusal {
        JsonNode claims = claims(bearer(authorizations));
        long now = clock.instant().getEpochSecond();
        if (!claims.path("aud").asString("").equals(AUDIENCE)) {
            throw Refusal.unauthorized("The token is for another audience.");
        }
        if (now < claims.path("nbf").asLong() || now >= claims.path("exp").asLong()) {
            throw Refusal.unauthorized("The token is expired or not valid yet.");
        }
        return new Caller(claims.path("appid").asString(""), reach(claims));
    }

    private static Caller.Reach reach(JsonNode claims) throws Refusal {
        if (claims.has("scp")) {
            if (List.of(claims.path("scp").asString("").split(" ", -1)).contains(OWN)) {
                return Caller.Reach.OWN_WITHOUT_DELETE;
            }
        } else {
            List<String> roles =
                    claims.path("roles").valueStream().map(JsonNode::asString).toList();
            if (roles.contains(ALL)) {
                return Caller.Reach.ALL;
            }
            if (roles.contains(OWN)) {
                return Caller.Reach.OWN;
            }
        }
        throw Refusal.forbidden("Missing roles. Required: " + OWN + " or " + ALL + "; held: " + claims.path("roles")
                + claims.path("scp") + ".");
    }

    private static String bearer(List<String> authorizations) throws Refusal {
        String[] words =
                authorizations.size() == 1 ? authorizations.get(0).strip().split(" +", -1) : new String[0];
        if (words.length != 2 || !words[0].equalsIgnoreCase("Bearer")) {
            throw Refusal.unauthorized("One header Authorization: Bearer {token} is needed.");
        }
        return words[1];
    }

    /** Compares the signature as text: in base64 the same bytes have more than one spelling. */
    private JsonNode claims(String token) throws Refusal {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !MessageDigest.isEqual(utf8(signature(parts[0] + "." + parts[1])), utf8(parts[2]))) {
            throw Refusal.unauthorized("The token is malformed or its signature is wrong.");
        }
        return JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    }

    private String issue(TokenType sort) {
        String header = encoded(Map.of("typ", "JWT", "alg", sort == TokenType.UNSIGNED ? "none" : "HS256"));
        String content = header + "." + encoded(claims(sort));
        return switch (sort) {
            case UNSIGNED -> content + ".";
            case MALFORMED -> "not-a-token";
            case TAMPERED -> {
                String sound = issue(TokenType.SOUND);
                yield content + sound.substring(sound.lastIndexOf('.'));
            }
            default -> content + "." + signature(content);
        };
    }

    private Map<String, Object> claims(TokenType sort) {
        Instant issuedAt = sort == TokenType.EXPIRED
                ? clock.instant().minusSeconds(86_400)
                : clock.instant().minusSeconds(60);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", sort == TokenType.OTHER_AUDIENCE ? "https://graph.microsoft.com" : AUDIENCE);
        claims.put("iss", "https://sts.windows.net/" + tenant + "/");
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("nbf", issuedAt.getEpochSecond());
        claims.put("exp", issuedAt.getEpochSecond() + 7_200);
        claims.put("appid", holder(sort));
        claims.put("appidacr", "1");
        switch (sort) {
            case WITHOUT_ROLE -> {}
            case DELEGATED -> claims.put("scp", OWN);
            case TENANT_WIDE, TAMPERED -> claims.put("roles", List.of(ALL));
            default -> claims.put("roles", List.of(OWN));
        }
        claims.put("sub", UUID.randomUUID().toString());
        claims.put("tid", tenant);
        claims.put("ver", "1.0");
        return claims;
    }

    private String holder(TokenType sort) {
        return switch (sort) {
            case OTHER_APPLICATION, TENANT_WIDE -> UUID.randomUUID().toString();
            default -> application;
        };
    }

    private String signature(String content) {
        try {
            Mac mac = Mac.getInstance(SIGNING);
            mac.init(new SecretKeySpec(key, SIGNING));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(utf8(content)));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(SIGNING + " is part of every JDK", never);
        }
    }

    private static String encoded(Map<String, Object> object) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(object));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
