package dev.tick.reference.firstthird;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Signs the tokens of one tenant. */
final class TokenMint {
    static final String AUDIENCE = "https://api.securitycenter.windows.com";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String tenant = UUID.randomUUID().toString();
    private final String first = UUID.randomUUID().toString();
    private final String second = UUID.randomUUID().toString();
    private final String third = UUID.randomUUID().toString();
    private final KeyPair keys;
    private final Clock clock;

    TokenMint(Clock clock) {
        this.clock = clock;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PublicKey key() {
        return keys.getPublic();
    }

    String issuer() {
        return "https://sts.windows.net/" + tenant + "/";
    }

    String token(FirstThirdToken kind) {
        Instant now = clock.instant();
        return switch (kind) {
            case SOUND -> sign(application(first, now, "Ti.ReadWrite"));
            case EXPIRED -> sign(application(first, now.minusSeconds(7200), "Ti.ReadWrite"));
            case WITHOUT_ROLE -> sign(application(first, now));
            case OTHER_APPLICATION -> sign(application(second, now, "Ti.ReadWrite"));
            case TENANT_WIDE -> sign(application(third, now, "Ti.ReadWrite.All"));
            case DELEGATED -> sign(user(now, "Ti.ReadWrite"));
            case DELEGATED_WITHOUT_SCOPE -> sign(user(now, "Alert.Read"));
            case OTHER_AUDIENCE -> sign(application(first, now).put("aud", "https://graph.microsoft.com"));
        };
    }

    private ObjectNode application(String appid, Instant issued, String... roles) {
        ObjectNode claims = base(appid, issued)
                .put("appidacr", "1")
                .put("idp", issuer())
                .put(
                        "oid",
                        UUID.nameUUIDFromBytes(appid.getBytes(StandardCharsets.US_ASCII))
                                .toString())
                .put(
                        "sub",
                        UUID.nameUUIDFromBytes(appid.getBytes(StandardCharsets.US_ASCII))
                                .toString());
        if (roles.length > 0) {
            List.of(roles).forEach(claims.putArray("roles")::add);
        }
        return claims;
    }

    private ObjectNode user(Instant issued, String scope) {
        return base(first, issued)
                .put("appidacr", "0")
                .put("scp", scope)
                .put("name", "Ann Analyst")
                .put("upn", "ann@contoso.example")
                .put("oid", UUID.randomUUID().toString())
                .put("sub", "u4zAfK1xk0dJb1n2aUuZ3oQ");
    }

    private ObjectNode base(String appid, Instant issued) {
        long start = issued.getEpochSecond() - 300;
        return json.createObjectNode()
                .put("aud", AUDIENCE)
                .put("iss", issuer())
                .put("iat", start)
                .put("nbf", start)
                .put("exp", start + 3900)
                .put("appid", appid)
                .put("tid", tenant)
                .put("uti", UUID.randomUUID().toString())
                .put("ver", "1.0");
    }

    private String sign(ObjectNode claims) {
        ObjectNode header = json.createObjectNode()
                .put("typ", "JWT")
                .put("alg", "RS256")
                .put("x5t", "i6lGk3FZzxRcUb2C3nEQ7syHJlY")
                .put("kid", "i6lGk3FZzxRcUb2C3nEQ7syHJlY");
        String text = part(header) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String part(ObjectNode node) {
        return BASE64.encodeToString(json.writeValueAsBytes(node));
    }
}
