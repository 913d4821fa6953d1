package dev.tick.conformance.credential;

import com.nimbusds.jose.jwk.Curve;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * A certificate of an application with its private key.
 *
 * @param key the private key
 * @param certificate the one that belongs to it
 */
record KeyedCertificate(PrivateKey key, X509Certificate certificate) {
    private static final int SEQUENCE = 0x30;
    private static final int SHORTEST_RSA = 2048;
    private static final byte[] TEXT = {1, 2, 3};

    /**
     * Reads a file: PKCS #12, or PEM with the key and the certificate, in whatever order; the key may be encrypted.
     *
     * @throws IllegalArgumentException saying what is wrong with the file, without its name
     */
    static KeyedCertificate read(Path file, Optional<String> password) {
        char[] secret = password.orElse("").toCharArray();
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length > 0 && bytes[0] == SEQUENCE ? ofStore(bytes, secret) : ofPem(bytes, secret);
        } catch (IOException e) {
            throw new IllegalArgumentException(unreadable(file, password), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(wrong(password), e);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            // The parsers tell of a damaged file by what it made them stumble over.
            throw new IllegalArgumentException(wrong(password), e);
        }
    }

    private static String unreadable(Path file, Optional<String> password) {
        return Files.isReadable(file) && Files.isRegularFile(file)
                ? wrong(password)
                : "cannot be read; is its path right, and may this user read it?";
    }

    private static String wrong(Optional<String> password) {
        return "is no PEM or PKCS #12 file of a key and its certificate, or its password is "
                + (password.isPresent() ? "another" : "missing") + "; correct the file or the password";
    }

    private static KeyedCertificate ofStore(byte[] bytes, char[] secret) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(bytes), secret);
        List<KeyedCertificate> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, secret) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                found.add(new KeyedCertificate(key, certificate));
            }
        }
        return only(
                found.stream().map(KeyedCertificate::key).toList(),
                found.stream().map(KeyedCertificate::certificate).toList());
    }

    private static KeyedCertificate ofPem(byte[] bytes, char[] secret) throws IOException, GeneralSecurityException {
        List<PrivateKey> keys = new ArrayList<>();
        List<X509Certificate> certificates = new ArrayList<>();
        try (PEMParser parser =
                new PEMParser(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof X509CertificateHolder holder) {
                    certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
                key(part, secret).ifPresent(keys::add);
            }
        }
        return only(keys, certificates);
    }

    private static Optional<PrivateKey> key(Object part, char[] secret) throws IOException, GeneralSecurityException {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
        if (part instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            return Optional.of(converter.getPrivateKey(decrypted(encrypted.getEncoded(), secret)));
        }
        if (part instanceof PEMEncryptedKeyPair locked) {
            return key(locked.decryptKeyPair(new BcPEMDecryptorProvider(secret)), secret);
        }
        if (part instanceof PrivateKeyInfo plain) {
            return Optional.of(converter.getPrivateKey(plain));
        }
        return part instanceof PEMKeyPair pair
                ? Optional.of(converter.getPrivateKey(pair.getPrivateKeyInfo()))
                : Optional.empty();
    }

    /** The JDK names such an encryption only in the text of its parameters. */
    private static PrivateKeyInfo decrypted(byte[] encrypted, char[] secret)
            throws IOException, GeneralSecurityException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
        String algorithm = info.getAlgParameters().toString();
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.DECRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(secret)),
                info.getAlgParameters());
        return PrivateKeyInfo.getInstance(info.getKeySpec(cipher).getEncoded());
    }

    /** Returns the key with the certificate of a chain that belongs to it. */
    private static KeyedCertificate only(List<PrivateKey> keys, List<X509Certificate> certificates) {
        if (keys.size() != 1 || certificates.isEmpty()) {
            throw new IllegalArgumentException("holds " + keys.size() + " private keys and " + certificates.size()
                    + " certificates; expected a key and its certificate");
        }
        requireUsable(keys.get(0));
        return certificates.stream()
                .map(certificate -> new KeyedCertificate(keys.get(0), certificate))
                .filter(KeyedCertificate::isPair)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "holds a key and the certificate of another one; add the key's own certificate"));
    }

    private static void requireUsable(PrivateKey key) {
        boolean usable = key instanceof RSAPrivateKey rsa
                ? rsa.getModulus().bitLength() >= SHORTEST_RSA
                : key instanceof ECPrivateKey elliptic
                        && Curve.P_256.equals(Curve.forECParameterSpec(elliptic.getParams()));
        if (!usable) {
            throw new IllegalArgumentException(
                    "holds a key that the kit does not sign with; expected an RSA key of 2048"
                            + " bits or more, or one on the curve P-256");
        }
    }

    /** Returns whether the certificate verifies what the key signs. */
    private boolean isPair() {
        try {
            Signature signature =
                    Signature.getInstance(key instanceof RSAPrivateKey ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key);
            signature.update(TEXT);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(TEXT);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
