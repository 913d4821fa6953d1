package dev.tick.reference.firstsecond;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Issues RS256-signed tokens in the shape that was recorded. */
final class SecondIssuer {
    static final String TENANT = "7c1f2a5e-5d0b-4c1e-9a57-3f0d8f6be201";
    static final String AUDIENCE = "https://api.securitycenter.windows.com";
    static final String ISSUER = "https://sts.windows.net/" + TENANT + "/";
    private static final String FIRST = "45097602-0cfe-4cc6-925f-9f453233e62c";
    private static final String SECOND = "b81d8a0e-77c4-4f0e-8c63-51f2b5d0a914";
    private static final String THIRD = "e02c6d57-31fb-4e7e-b1cf-0c6e4d9a7f38";
    private static final KeyPair KEYS = keys();

    private final Clock clock;

    SecondIssuer(Clock clock) {
        this.clock = clock;
    }

    static PublicKey publicKey() {
        return KEYS.getPublic();
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String issue(FirstSecondToken token) {
        return switch (token) {
            case SOUND -> sign(application(FIRST, AUDIENCE, 0, "Ti.ReadWrite"));
            case EXPIRED -> sign(application(FIRST, AUDIENCE, -7200, "Ti.ReadWrite"));
            case WITHOUT_ROLE -> sign(application(FIRST, AUDIENCE, 0, "Machine.Read.All"));
            case DELEGATED -> sign(user("Ti.ReadWrite"));
            case DELEGATED_WITHOUT_SCOPE -> sign(user("Machine.Read"));
            case OTHER_APPLICATION -> sign(application(SECOND, AUDIENCE, 0, "Ti.ReadWrite"));
            case TENANT_WIDE -> sign(application(THIRD, AUDIENCE, 0, "Ti.ReadWrite.All"));
            case OTHER_AUDIENCE -> sign(application(FIRST, "https://graph.microsoft.com", 0, "Ti.ReadWrite"));
        };
    }

    private ObjectNode claims(String application, String audience, long shift) {
        long now = clock.instant().getEpochSecond() + shift;
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("aud", audience)
                .put("iss", ISSUER)
                .put("iat", now - 5)
                .put("nbf", now - 5)
                .put("exp", now + 3599);
        claims.put("appid", application).put("appidacr", "1").put("idp", ISSUER).put("tid", TENANT);
        claims.put("uti", UUID.randomUUID().toString()).put("ver", "1.0");
        return claims;
    }

    private ObjectNode application(String application, String audience, long shift, String role) {
        ObjectNode claims = claims(application, audience, shift);
        String subject = UUID.nameUUIDFromBytes(application.getBytes(StandardCharsets.UTF_8))
                .toString();
        claims.put("oid", subject).put("sub", subject).putArray("roles").add(role);
        return claims;
    }

    private ObjectNode user(String scope) {
        ObjectNode claims = claims(FIRST, AUDIENCE, 0);
        claims.put("sub", "pWq2nVx1b8vT3cQm")
                .put("upn", "analyst@contoso.example")
                .put("name", "Analyst");
        claims.put("scp", scope);
        return claims;
    }

    private static String sign(ObjectNode claims) {
        String header = "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"firstsecond-1\"}";
        String head = encode(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encode(claims.toString().getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(head.getBytes(StandardCharsets.US_ASCII));
            return head + "." + encode(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
