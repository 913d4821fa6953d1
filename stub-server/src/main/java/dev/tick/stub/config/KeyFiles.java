package dev.tick.stub.config;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Reads the files in which a user keeps keys. */
final class KeyFiles {
    /** As the two forms of PEM tell it: PKCS #8 in its name, the older one in a header. */
    private static final Pattern ENCRYPTED =
            Pattern.compile("-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: *4, *ENCRYPTED");

    private KeyFiles() {}

    /**
     * Reads a key that signs tokens: an RSA key as PEM, or as a JSON Web Key.
     *
     * @throws IllegalArgumentException naming the file, and what is wrong with it
     */
    static RSAKey signingKey(Path file) {
        String text = text(file);
        String expected = "cannot use the file " + file + "; expected a private RSA key as PEM or JSON Web Key, got";
        try {
            if (!text.startsWith("{")) {
                for (PrivateKey key : keys(text)) {
                    requireRsa(key.getAlgorithm(), expected);
                }
            }
            JWK key = text.startsWith("{") ? JWK.parse(text) : JWK.parseFromPEMEncodedObjects(text);
            requireRsa(key.getKeyType().getValue(), expected);
            return key.toRSAKey();
        } catch (IOException | JOSEException | ParseException e) {
            throw new IllegalArgumentException(expected + ": " + e.getMessage(), e);
        }
    }

    private static void requireRsa(String kind, String expected) {
        if (!kind.equals("RSA")) {
            throw new IllegalArgumentException(expected + " a key of the kind " + kind);
        }
    }

    private static List<PrivateKey> keys(String text) throws IOException {
        List<PrivateKey> keys = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                key(part).ifPresent(keys::add);
            }
        }
        return keys;
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
            requirePair(keys.get(0), chain.get(0));
            return new PrivateKeyEntry(keys.get(0), chain.toArray(new X509Certificate[0]));
        } catch (IOException | CertificateException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "cannot use the file " + file + "; expected a certificate and its private key, both as PEM, got: "
                            + e.getMessage(),
                    e);
        }
    }

    /** A server with the key of another certificate would start, and no client could reach it. */
    private static void requirePair(PrivateKey key, X509Certificate certificate) {
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm()) || !verifies(key, certificate)) {
            throw new IllegalArgumentException("a file in which the private key is not that of the certificate, which"
                    + " comes first, before its chain; name the file of the pair");
        }
    }

    private static boolean verifies(PrivateKey key, X509Certificate certificate) {
        byte[] text = {1, 2, 3};
        try {
            Signature signature = Signature.getInstance(
                    switch (key.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> key.getAlgorithm();
                    });
            signature.initSign(key);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
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
        String text = TextFile.read(file).strip();
        if (ENCRYPTED.matcher(text).find()) {
            throw new IllegalArgumentException("cannot use the file " + file
                    + "; the private key is encrypted; decrypt it first, with 'openssl pkey' for example");
        }
        return text;
    }
}
