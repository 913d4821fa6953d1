package dev.tick.conformance.tenant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tick.conformance.credential.ClientKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;

/** The ways in which an application gets a token, each as the stub's configuration and a target's file write it. */
enum CredentialForm {
    SECRET {
        @Override
        String proof(String id, Path folder) {
            return "secret: " + secretOf(id);
        }

        @Override
        String credential(String id, Path folder) {
            return "client-id: " + id + ", secret: " + variable(id);
        }
    },
    PEM {
        @Override
        String proof(String id, Path folder) throws IOException {
            KEYS.pem(folder.resolve("key.pem"));
            return "certificate: " + KEYS.certificatePem(folder.resolve("certificate.pem"));
        }

        @Override
        String credential(String id, Path folder) {
            return "client-id: " + id + ", certificate: " + folder.resolve("key.pem");
        }
    },
    STORE {
        @Override
        String proof(String id, Path folder) throws IOException {
            KEYS.store(folder.resolve(id + ".p12"), secretOf(id));
            return "certificate: " + KEYS.certificatePem(folder.resolve("certificate.pem"));
        }

        @Override
        String credential(String id, Path folder) {
            return "client-id: " + id + ", certificate: " + folder.resolve(id + ".p12") + ", password: " + variable(id);
        }
    },
    ASSERTION {
        @Override
        String proof(String id, Path folder) throws IOException {
            Path keys = Files.writeString(
                    folder.resolve("keys.json"), KEYS.published().toString());
            Files.writeString(folder.resolve(id + ".jwt"), assertion(id, KEYS));
            return "federations: [{issuer: '" + ISSUER + "', subject: '" + id + "', keys: " + keys + "}]";
        }

        @Override
        String credential(String id, Path folder) {
            return "client-id: " + id + ", assertion-file: " + folder.resolve(id + ".jwt");
        }
    },
    TOKEN {
        @Override
        String proof(String id, Path folder) {
            return "secret: " + secretOf(id);
        }

        @Override
        String credential(String id, Path folder) {
            return "token: " + variable(id);
        }
    };

    static final String ISSUER = "https://cluster.example";
    private static final ClientKeys KEYS = ClientKeys.rsa(Instant.parse("2126-01-01T00:00:00Z"));

    /** Returns what the stub knows the application by; writes the files that the configuration and the credential name. */
    abstract String proof(String id, Path folder) throws IOException;

    /** Returns the credential of the application in a target's file. */
    abstract String credential(String id, Path folder);

    /** Returns the variable that holds what a credential names. */
    static String variable(String id) {
        return "MY_" + id.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Returns a secret with characters that each encoding writes in its own way. */
    static String secretOf(String id) {
        return "canary/of+a=" + id + "~";
    }

    /** Returns what another authority says of an application. */
    static String assertion(String id, ClientKeys keys) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.RS256),
                    new JWTClaimsSet.Builder()
                            .issuer(ISSUER)
                            .subject(id)
                            .audience("api://AzureADTokenExchange")
                            .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(2))))
                            .build());
            jwt.sign(new RSASSASigner(keys.pair().getPrivate()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
