package dev.tick.conformance.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificate authorities that a target's certificate may come from. */
public final class TrustedAuthorities {
    private final String name;
    private final Optional<SSLContext> context;

    private TrustedAuthorities(String name, Optional<SSLContext> context) {
        this.name = name;
        this.context = context;
    }

    /** Returns the authorities of the JVM's trust store. */
    public static TrustedAuthorities ofJvm() {
        return new TrustedAuthorities(
                "those of the JVM's trust store (its lib/security/cacerts, unless -Djavax.net.ssl.trustStore names another)",
                Optional.empty());
    }

    /**
     * Reads authorities from a file of PEM certificates; no others are trusted.
     *
     * @throws IllegalArgumentException when the file cannot be read, or holds no certificate
     */
    public static TrustedAuthorities read(Path file) {
        return of("those of " + file, certificates(file));
    }

    /**
     * Reads authorities from a file of PEM certificates, beside those of the JVM's trust store.
     *
     * @throws IllegalArgumentException when the file cannot be read, or holds no certificate
     */
    public static TrustedAuthorities beside(Path file) {
        List<Certificate> all = new ArrayList<>(certificates(file));
        try {
            for (TrustManager manager : managers(Optional.empty())) {
                if (manager instanceof X509TrustManager known) {
                    all.addAll(List.of(known.getAcceptedIssuers()));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JVM's trust store cannot be read", e);
        }
        return of("those of " + file + " and of the JVM's trust store", all);
    }

    private static List<Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<Certificate> certificates =
                    new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("holds no certificate");
            }
            return certificates;
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read (" + e + ")", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("holds no PEM certificate (" + e.getMessage() + ")", e);
        }
    }

    private static TrustedAuthorities of(String name, List<Certificate> certificates) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("ca-" + i, certificates.get(i));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(Optional.of(store)), null);
            return new TrustedAuthorities(name, Optional.of(context));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("holds no PEM certificate (" + e.getMessage() + ")", e);
        }
    }

    /** Returns what trusts the certificates of a store; those of the JVM where none is given. */
    private static TrustManager[] managers(Optional<KeyStore> store) throws GeneralSecurityException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store.orElse(null));
        return managers.getTrustManagers();
    }

    /** Returns the authorities in words, for messages. */
    public String name() {
        return name;
    }

    /** Returns what connections are made with; empty for the JVM's own. */
    public Optional<SSLContext> context() {
        return context;
    }
}
