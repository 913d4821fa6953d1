package dev.tick.stub;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names, secrets and keys of a stub. It makes those that are empty anew each time; one that must be known before it starts,
 * in a CI say, is given.
 *
 * @param tenant the tenant's id, a GUID
 * @param clientId the id of the default application
 * @param clientSecret the secret of the default application
 * @param signingKey signs the tokens; an RSA key of 2,048 bits or more with its private part
 * @param certificate the certificate of HTTPS, with the chain that leads to it and its private key
 * @param certificateFile where the certificate is written while the stub runs, for clients to trust
 */
public record StubIdentity(
        Optional<String> tenant,
        Optional<String> clientId,
        Optional<String> clientSecret,
        Optional<RSAKey> signingKey,
        Optional<PrivateKeyEntry> certificate,
        Optional<Path> certificateFile) {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MIN_BITS = 2048;

    /** Checks every value. */
    public StubIdentity {
        tenant.filter(id -> !GUID.matcher(id).matches()).ifPresent(id -> {
            throw new IllegalArgumentException(
                    "tenant: expected a GUID such as 11111111-2222-3333-4444-555555555555, got '" + id + "'");
        });
        requireText("client-id", clientId);
        requireText("client-secret", clientSecret);
        signingKey.filter(key -> !key.isPrivate() || key.size() < MIN_BITS).ifPresent(key -> {
            throw new IllegalArgumentException("signing-key: expected a private RSA key of " + MIN_BITS
                    + " bits or more, got " + (key.isPrivate() ? key.size() + " bits" : "a public key"));
        });
    }

    private static void requireText(String key, Optional<String> value) {
        value.filter(String::isBlank).ifPresent(blank -> {
            throw new IllegalArgumentException(key + ": expected a text, got none");
        });
    }

    /** Returns the identity of a stub that makes everything anew. */
    public static StubIdentity made() {
        return new StubIdentity(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns this identity with this tenant. */
    public StubIdentity withTenant(String id) {
        return new StubIdentity(Optional.of(id), clientId, clientSecret, signingKey, certificate, certificateFile);
    }

    /** Returns this identity with this id of the default application. */
    public StubIdentity withClientId(String id) {
        return new StubIdentity(tenant, Optional.of(id), clientSecret, signingKey, certificate, certificateFile);
    }

    /** Returns this identity with this secret of the default application. */
    public StubIdentity withClientSecret(String secret) {
        return new StubIdentity(tenant, clientId, Optional.of(secret), signingKey, certificate, certificateFile);
    }

    /** Returns this identity with this key for tokens. */
    public StubIdentity withSigningKey(RSAKey key) {
        return new StubIdentity(tenant, clientId, clientSecret, Optional.of(key), certificate, certificateFile);
    }

    /** Returns this identity with this certificate, which needs {@link StubConfig.Scheme#HTTPS}. */
    public StubIdentity withCertificate(PrivateKeyEntry entry) {
        return new StubIdentity(tenant, clientId, clientSecret, signingKey, Optional.of(entry), certificateFile);
    }

    /** Returns this identity with this file for the certificate, which needs {@link StubConfig.Scheme#HTTPS}. */
    public StubIdentity withCertificateFile(Path file) {
        return new StubIdentity(tenant, clientId, clientSecret, signingKey, certificate, Optional.of(file));
    }

    /** Returns the names alone: secrets and keys have no place in a log. */
    @Override
    public String toString() {
        return "StubIdentity[tenant=" + tenant + ", clientId=" + clientId + ", certificateFile=" + certificateFile
                + "]";
    }
}
