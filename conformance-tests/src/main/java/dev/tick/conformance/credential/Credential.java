package dev.tick.conformance.credential;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The way to a token; no secret is in its {@code toString}. */
public sealed interface Credential {
    /** Returns the id of the application that it is of; empty where only the token tells. */
    Optional<String> application();

    /** Returns what no message may show. */
    List<String> secrets();

    /**
     * A token that somebody fetched; it cannot be renewed.
     *
     * @param token as it stands behind {@code Bearer}
     */
    record GivenToken(String token) implements Credential {
        @Override
        public Optional<String> application() {
            return Optional.empty();
        }

        @Override
        public List<String> secrets() {
            return List.of(token);
        }

        /** Returns a text without the token. */
        @Override
        public String toString() {
            return "GivenToken[]";
        }
    }

    /**
     * A secret of an application.
     *
     * @param clientId of the application
     * @param secret its value, not its id
     */
    record ClientSecret(String clientId, String secret) implements Credential {
        @Override
        public Optional<String> application() {
            return Optional.of(clientId);
        }

        @Override
        public List<String> secrets() {
            return List.of(secret);
        }

        /** Returns a text without the secret. */
        @Override
        public String toString() {
            return "ClientSecret[" + clientId + "]";
        }
    }

    /**
     * A certificate of an application, with its private key.
     *
     * @param clientId of the application
     * @param file PEM, or PKCS #12
     * @param password of the file; empty for none
     */
    record ClientCertificate(String clientId, Path file, Optional<String> password) implements Credential {
        @Override
        public Optional<String> application() {
            return Optional.of(clientId);
        }

        /**
         * Reads the file, so that what is wrong with it is told early.
         *
         * @throws IllegalArgumentException saying what is wrong with the file, without its name
         */
        public void check() {
            KeyedCertificate.read(file, password);
        }

        @Override
        public List<String> secrets() {
            return password.stream().toList();
        }

        /** Returns a text without the password. */
        @Override
        public String toString() {
            return "ClientCertificate[" + clientId + ", " + file + "]";
        }
    }

    /**
     * An assertion of another authority that speaks for an application, such as a Kubernetes cluster.
     *
     * @param clientId of the application
     * @param file holds a JWT; it is read anew for each token, since whoever writes it renews it
     */
    record FederatedAssertion(String clientId, Path file) implements Credential {
        @Override
        public Optional<String> application() {
            return Optional.of(clientId);
        }

        @Override
        public List<String> secrets() {
            return List.of();
        }
    }
}
