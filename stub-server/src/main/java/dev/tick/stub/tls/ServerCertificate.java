package dev.tick.stub.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate with its key: self-signed and made anew for each stub, or one that a user brings. */
public final class ServerCertificate {
    /** Long enough for a stub in a test environment, short enough that nobody installs it for good. */
    public static final Duration VALIDITY = Duration.ofDays(30);

    /** A client whose clock is slow still accepts it. */
    private static final Duration SKEW = Duration.ofHours(1);

    /** RFC 5280 asks for a positive number of 20 octets at most. */
    private static final int SERIAL_BITS = 127;

    private static final int PEM_LINE = 64;

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /** Takes a certificate that a user brings, with its key. */
    public static ServerCertificate of(PrivateKeyEntry entry) {
        return new ServerCertificate(
                entry.getPrivateKey(),
                Stream.of(entry.getCertificateChain())
                        .map(X509Certificate.class::cast)
                        .toList());
    }

    /**
     * Makes a certificate for {@code localhost}, {@code 127.0.0.1}, {@code ::1} and the host.
     *
     * @param host a name or an IP address
     * @throws IllegalStateException when this Java cannot make one
     */
    public static ServerCertificate create(String host, Clock clock) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            return new ServerCertificate(keys.getPrivate(), List.of(signed(keys, host, clock.instant())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("https: this Java cannot make a certificate: " + e.getMessage(), e);
        }
    }

    private static X509Certificate signed(KeyPair keys, String host, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name self = new X500Name("CN=Tick stub");
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                self,
                new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                Date.from(now.minus(SKEW)),
                Date.from(now.plus(VALIDITY)),
                self,
                keys.getPublic());
        // Some clients trust a certificate of its own making only if it may sign itself.
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        Set<String> hosts = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1", host));
        certificate.addExtension(Extension.subjectAlternativeName, false, names(hosts));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    private static GeneralNames names(Collection<String> hosts) {
        return new GeneralNames(hosts.stream()
                .map(host -> new GeneralName(isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new));
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9]+(\\.[0-9]+){3}");
    }

    /** Returns the certificate, for a client to trust. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The certificate, and those that lead to it, as PEM text; without the key. */
    public String pem() {
        try {
            Base64.Encoder lines = Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII));
            StringBuilder pem = new StringBuilder();
            for (X509Certificate one : chain) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(lines.encodeToString(one.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            return pem.toString();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("https: the certificate cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Writes the key and the certificate to a temporary PKCS12 file that only its owner can read.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public Path store(String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("tick", key, password.toCharArray(), chain.toArray(new X509Certificate[0]));
            Path file = Files.createTempFile("tick-stub-", ".p12");
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, password.toCharArray());
            }
            return file;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("https: the key cannot be stored: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("https: the key cannot be stored: " + e.getMessage(), e);
        }
    }
}
