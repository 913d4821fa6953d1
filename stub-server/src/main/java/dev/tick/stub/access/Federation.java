package dev.tick.stub.access;

import com.nimbusds.jose.jwk.JWKSet;

/**
 * Another authority whose assertions prove an application (workload identity federation).
 *
 * @param issuer the assertion's {@code iss}
 * @param subject the assertion's {@code sub}
 * @param audience the assertion's {@code aud}; {@link #USUAL_AUDIENCE} unless agreed otherwise
 * @param keys the issuer's public keys; the stub never calls out for them
 */
public record Federation(String issuer, String subject, String audience, JWKSet keys) {
    /** The audience that the vendor's documentation of federation proposes. */
    public static final String USUAL_AUDIENCE = "api://AzureADTokenExchange";

    /** Keeps only the public keys. */
    public Federation {
        keys = keys.toPublicJWKSet();
    }
}
