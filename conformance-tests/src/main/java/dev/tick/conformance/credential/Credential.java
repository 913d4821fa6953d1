package dev.tick.conformance.credential;

import java.nio.file.Path;
import java.util.Optional;

/** The way to a token of one kind; no text of one holds a secret. */
public sealed interface Credential {
    /**
     * A token that is at hand.
     *
     * @param token as it is sent
     */
    record GivenToken(String token) implements Credential {
        @Override
        public String toString() {
            return "GivenToken[]";
        }
    }

    /**
     * The secret of an application.
     *
     * @param clientId of the application
     * @param secret the client secret
     */
    record ClientSecret(String clientId, String secret) implements Credential {
        @Override
        public String toString() {
            return "ClientSecret[" + clientId + "]";
        }
    }

    /**
     * The certificate of an application.
     *
     * @param clientId of the application
     * @param file PEM with key and certificate, or PKCS#12
     * @param password of the file; empty for none
     */
    record ClientCertificate(String clientId, Path file, Optional<String> password) implements Credential {
        @Override
        public String toString() {
            return "ClientCertificate[" + clientId + ", " + file + "]";
        }
    }

    /**
     * The word of another authority for an application.
     *
     * @param clientId of the application
     * @param file holds a JWT, which is read anew for each request of a token
     */
    record FederatedAssertion(String clientId, Path file) implements Credential {}
}
