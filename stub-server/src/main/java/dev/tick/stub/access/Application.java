package dev.tick.stub.access;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Optional;

/**
 * An application that the stub's authority knows.
 *
 * @param id the client id, a GUID
 * @param clientSecret the client secret; empty when it proves itself only by assertions
 * @param roles the application roles it holds
 * @param certificates the public keys of its certificates; private_key_jwt is signed with one of them
 * @param federations the other authorities that speak for it
 * @param name by which people speak of it; empty for none but its id
 */
public record Application(
        String id,
        Optional<String> clientSecret,
        List<String> roles,
        JWKSet certificates,
        List<Federation> federations,
        Optional<String> name) {
    /** Copies the lists, and keeps only the public keys. */
    public Application {
        roles = List.copyOf(roles);
        certificates = certificates.toPublicJWKSet();
        federations = List.copyOf(federations);
    }

    /** An application without a name. */
    public Application(
            String id,
            Optional<String> clientSecret,
            List<String> roles,
            JWKSet certificates,
            List<Federation> federations) {
        this(id, clientSecret, roles, certificates, federations, Optional.empty());
    }

    /** An application with a secret. */
    public Application(String id, String secret, List<String> roles) {
        this(id, Optional.of(secret), roles, new JWKSet(), List.of());
    }

    /**
     * Returns the client secret.
     *
     * @throws IllegalStateException when it has none
     */
    public String secret() {
        return clientSecret.orElseThrow(() -> new IllegalStateException("the application " + id + " has no secret"));
    }

    /** Returns this application with these certificates in place of its own. */
    public Application withCertificates(JWKSet keys) {
        return new Application(id, clientSecret, roles, keys, federations, name);
    }

    /** Returns this application with this federation in place of its own. */
    public Application withFederation(Federation federation) {
        return new Application(id, clientSecret, roles, certificates, List.of(federation), name);
    }

    /** Returns this application under this name. */
    public Application withName(String other) {
        return new Application(id, clientSecret, roles, certificates, federations, Optional.of(other));
    }

    @Override
    public String toString() {
        return "Application[id=" + id + ", roles=" + roles + "]";
    }
}
