package dev.tick.conformance.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** Keys of an application with their certificate, in the files that people keep them in. */
public record ClientKeys(KeyPair pair, X509Certificate certificate) {
    /** Returns keys of the usual kind, whose certificate ends then. */
    public static ClientKeys rsa(Instant end) {
        return of("RSA", "SHA256withRSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4), end);
    }

    static ClientKeys elliptic(Instant end) {
        return of("EC", "SHA256withECDSA", new ECGenParameterSpec("secp256r1"), end);
    }

    private static ClientKeys of(String kind, String signing, AlgorithmParameterSpec size, Instant end) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(size);
            KeyPair pair = generator.generateKeyPair();
            X500Name self = new X500Name("CN=tick");
            return new ClientKeys(
                    pair,
                    new JcaX509CertificateConverter()
                            .getCertificate(new JcaX509v3CertificateBuilder(
                                            self,
                                            BigInteger.ONE,
                                            Date.from(Instant.EPOCH),
                                            Date.from(end),
                                            self,
                                            pair.getPublic())
                                    .build(new JcaContentSignerBuilder(signing).build(pair.getPrivate()))));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what an authority is told of the certificate. */
    public JWKSet published() {
        try {
            return new JWKSet(JWK.parse(certificate));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the key and the certificate. */
    public Path pem(Path file) throws IOException {
        return Files.writeString(
                file,
                pem("CERTIFICATE", der()) + pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    /** Writes the certificate alone, as an authority gets it. */
    public Path certificatePem(Path file) throws IOException {
        return Files.writeString(file, pem("CERTIFICATE", der()));
    }

    Path encryptedPem(Path file, String password) throws IOException {
        try {
            PemObject key = new JcaPKCS8Generator(
                            pair.getPrivate(),
                            new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                                    .setProvider(new BouncyCastleProvider())
                                    .setPassword(password.toCharArray())
                                    .build())
                    .generate();
            return Files.writeString(file, pem(key.getType(), key.getContent()) + pem("CERTIFICATE", der()));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the key in the encrypted form of OpenSSL before 1.0 (RFC 1421), and the certificate. */
    Path classicPem(Path file, String password) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    pair.getPrivate(),
                    new JcePEMEncryptorBuilder("AES-256-CBC")
                            .setProvider(new BouncyCastleProvider())
                            .build(password.toCharArray()));
            writer.writeObject(certificate);
        }
        return Files.writeString(file, text.toString());
    }

    /** Writes both into a PKCS #12 file. */
    public Path store(Path file, String password) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("tick", pair.getPrivate(), password.toCharArray(), new Certificate[] {certificate});
            store.store(out, password.toCharArray());
            return file;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] der() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + type + "-----\n";
    }
}
