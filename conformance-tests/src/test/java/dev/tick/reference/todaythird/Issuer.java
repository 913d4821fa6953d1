package dev.tick.reference.todaythird;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** The sign-in: makes tokens of the recorded shape, signed with a key of its own. */
final class Issuer {
    static final String TENANT = "5b9c1f5e-6a0e-4c39-9f27-2b7e0f4d1c88";
    static final String NAME = "https://sts.windows.net/" + TENANT + "/";
    static final String FIRST = "45097602-1d9e-4a43-9a61-9f453233e62c";
    private static final String SECOND = "8f1a7c30-52b4-4d0b-8b53-0c1f6fd2a7b1";
    private static final String THIRD = "c27d90be-3e86-4f7a-a1d5-77e2b1b0935d";
    private static final String AUDIENCE = "https://api.securitycenter.microsoft.com";

    private final KeyPair keys;
    private final Clock clock;
    private final String keyId = UUID.randomUUID().toString().replace("-", "").substring(0, 27);

    Issuer(Clock clock) {
        this.clock = clock;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    PublicKey publicKey() {
        return keys.getPublic();
    }

    /** The name under which an application is registered. */
    static String displayName(String application) {
        return switch (application) {
            case FIRST -> "Threat feed connector";
            case SECOND -> "Portal of a service provider";
            default -> "Tenant administration";
        };
    }

    String token(TodayThirdToken token) {
        return switch (token) {
            case SOUND -> sign(claims(FIRST, AUDIENCE, 0, "Ti.ReadWrite"));
            case EXPIRED -> sign(claims(FIRST, AUDIENCE, 7200, "Ti.ReadWrite"));
            case WITHOUT_ROLE -> sign(claims(FIRST, AUDIENCE, 0));
            case DELEGATED -> sign(user(claims(FIRST, AUDIENCE, 0), "Alert.Read Ti.ReadWrite User.Read"));
            case DELEGATED_WITHOUT_SCOPE -> sign(user(claims(FIRST, AUDIENCE, 0), "Alert.Read User.Read"));
            case OTHER_APPLICATION -> sign(claims(SECOND, AUDIENCE, 0, "Alert.Read.All", "Ti.ReadWrite"));
            case TENANT_WIDE -> sign(claims(THIRD, AUDIENCE, 0, "Ti.ReadWrite.All"));
            case OTHER_AUDIENCE -> sign(claims(FIRST, "https://graph.microsoft.com", 0, "Ti.ReadWrite"));
        };
    }

    private ObjectNode claims(String application, String audience, long age, String... roles) {
        long start = clock.instant().getEpochSecond() - 300 - age;
        String subject = UUID.nameUUIDFromBytes(application.getBytes(StandardCharsets.UTF_8))
                .toString();
        ObjectNode claims = Json.object();
        claims.put("aud", audience)
                .put("iss", NAME)
                .put("iat", start)
                .put("nbf", start)
                .put("exp", start + 3900);
        claims.put("appid", application).put("appidacr", "1").put("idp", NAME).put("oid", subject);
        for (String role : roles) {
            claims.withArray("roles").add(role);
        }
        return claims.put("sub", subject)
                .put("tid", TENANT)
                .put("uti", UUID.randomUUID().toString())
                .put("ver", "1.0");
    }

    private static ObjectNode user(ObjectNode claims, String scopes) {
        claims.put("name", "Ada Analyst")
                .put("upn", "ada@contoso.onmicrosoft.com")
                .put("unique_name", "ada@contoso.onmicrosoft.com");
        return claims.put("oid", "0c61d3d2-6b3c-4f6b-9f8e-5a0a44f5a111").put("scp", scopes);
    }

    private String sign(ObjectNode claims) {
        ObjectNode header = Json.object()
                .put("typ", "JWT")
                .put("alg", "RS256")
                .put("x5t", keyId)
                .put("kid", keyId);
        String text = encode(Json.bytes(header)) + "." + encode(Json.bytes(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + encode(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
