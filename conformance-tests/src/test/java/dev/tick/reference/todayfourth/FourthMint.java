package dev.tick.reference.todayfourth;

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

/** Issues the tokens, in the shape that was recorded. */
final class FourthMint {
    static final String TENANT = "7d1c0a4e-52b6-4c0f-9d0e-3a5f4be0c6d2";
    static final String ISSUER = "https://sts.windows.net/" + TENANT + "/";
    private static final KeyPair KEYS = keys();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private final Clock clock;

    FourthMint(Clock clock) {
        this.clock = clock;
    }

    PublicKey key() {
        return KEYS.getPublic();
    }

    String token(TodayFourthToken kind) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        long issued = clock.instant().getEpochSecond() - (kind == TodayFourthToken.EXPIRED ? 7500 : 60);
        claims.put(
                "aud",
                kind == TodayFourthToken.OTHER_AUDIENCE
                        ? "https://graph.microsoft.com"
                        : "https://api.securitycenter.microsoft.com");
        claims.put("iss", ISSUER).put("iat", issued).put("nbf", issued).put("exp", issued + 3900);
        switch (kind) {
            case OTHER_APPLICATION ->
                application(claims, "b1a5f6de-9c11-4b52-8f4e-2f9a3d7c1e02", "Sector CERT feed", "Ti.ReadWrite");
            case TENANT_WIDE ->
                application(claims, "c2f0e7aa-1d43-4f0b-a6a5-6b1e8c9d3f03", "Tenant console", "Ti.ReadWrite.All");
            case WITHOUT_ROLE ->
                application(claims, "d3e9b1c4-7a65-4e1d-b0b4-5c2f7d8e4a04", "Alert reader", "Alert.Read.All");
            case DELEGATED -> user(claims, "Ti.ReadWrite", "ada@contoso.example", "Ada Analyst");
            case DELEGATED_WITHOUT_SCOPE -> user(claims, "Alert.Read", "ben@contoso.example", "Ben Reader");
            default -> application(claims, "45097602-1f5a-4f6e-9d55-9f453233e62c", "Threat feed", "Ti.ReadWrite");
        }
        claims.put("tid", TENANT).put("uti", UUID.randomUUID().toString()).put("ver", "1.0");
        return sign(claims);
    }

    private static void application(ObjectNode claims, String appId, String name, String role) {
        claims.put("app_displayname", name).put("appid", appId).put("appidacr", "1");
        claims.put("oid", id("oid" + appId))
                .put("sub", id("oid" + appId))
                .putArray("roles")
                .add(role);
    }

    private static void user(ObjectNode claims, String scope, String upn, String name) {
        claims.put("app_displayname", "Threat feed").put("appid", "45097602-1f5a-4f6e-9d55-9f453233e62c");
        claims.put("appidacr", "0").put("name", name).put("upn", upn).put("unique_name", upn);
        claims.put("oid", id("oid" + upn)).put("sub", id("sub" + upn)).put("scp", scope);
    }

    private static String id(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String sign(ObjectNode claims) {
        ObjectNode header = JsonNodeFactory.instance
                .objectNode()
                .put("typ", "JWT")
                .put("alg", "RS256")
                .put("kid", "f4");
        String signed =
                BASE64.encodeToString(FourthJson.bytes(header)) + "." + BASE64.encodeToString(FourthJson.bytes(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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
}
