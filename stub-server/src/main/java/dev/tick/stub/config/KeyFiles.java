package dev.tick.stub.config;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Reads the files in which a user keeps keys. */
final class KeyFiles {
    private KeyFiles() {}

    /**
     * Reads a key that signs tokens: an RSA key as PEM, or as a JSON Web Key.
     *
     * @throws IllegalArgumentException naming the file, and what is wrong with it
     */
    static RSAKey signingKey(Path file) {
        String text = text(file);
        try {
            return text.startsWith("{")
                    ? RSAKey.parse(text)
                    : JWK.parseFromPEMEncodedObjects(text).toRSAKey();
        } catch (JOSEException | ParseException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "cannot use the file " + file + "; expected a private RSA key as PEM or JSON Web Key, got: "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * Reads a certificate of a server with its private key and the chain that leads to it, all in one PEM file.
     *
     * @throws IllegalArgumentException naming the file, and what is wrong with it
     */
    static PrivateKeyEntry certificate(Path file) {
        String text = text(file);
        List<PrivateKey> keys = new ArrayList<>();
        List<X509Certificate> chain = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof X509CertificateHolder holder) {
                    chain.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
                key(part).ifPresent(keys::add);
            }
            if (keys.size() != 1 || chain.isEmpty()) {
                throw new IllegalArgumentException(keys.size() + " private keys and " + chain.size() + " certificates");
            }
            return new PrivateKeyEntry(keys.get(0), chain.toArray(new X509Certificate[0]));
        } catch (IOException | CertificateException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "cannot use the file " + file + "; expected a certificate and its private key, both as PEM, got: "
                            + e.getMessage(),
                    e);
        }
    }

    private static Optional<PrivateKey> key(Object part) throws IOException {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
        if (part instanceof PrivateKeyInfo info) {
            return Optional.of(converter.getPrivateKey(info));
        }
        return part instanceof PEMKeyPair pair
                ? Optional.of(converter.getPrivateKey(pair.getPrivateKeyInfo()))
                : Optional.empty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the file " + file + "; correct the path", e);
        }
    }
}
