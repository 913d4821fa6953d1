package dev.tick.conformance.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** The proofs by which applications show an authority who they are. */
final class ClientProofs {
    /** Clocks of machines and authorities differ by so much at most; what was signed just now would else be of the future. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** The vendor's documentation asks for 5 to 10 minutes. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Clock clock;

    ClientProofs(Clock clock) {
        this.clock = clock;
    }

    /** Returns the proof by a secret. */
    static ClientAuthentication of(Credential.ClientSecret credential) {
        return new ClientSecretPost(new ClientID(credential.clientId()), new Secret(credential.secret()));
    }

    /**
     * Returns the proof by a certificate: an assertion that its key signs (RFC 7523), with both thumbprints, since older authorities
     * know the one of SHA-1 alone.
     */
    ClientAuthentication of(Credential.ClientCertificate credential, URI audience) {
        KeyedCertificate own;
        try {
            own = KeyedCertificate.read(credential.file(), credential.password());
        } catch (IllegalArgumentException e) {
            throw new UnissuedTokenException("the certificate file " + credential.file() + " " + e.getMessage());
        }
        Instant now = clock.instant();
        Instant end = own.certificate().getNotAfter().toInstant();
        if (end.isBefore(now)) {
            throw new UnissuedTokenException("the certificate in " + credential.file() + " ended at " + end
                    + "; renew it, in the application's registration as well");
        }
        try {
            SignedJWT assertion = new SignedJWT(header(own), claims(credential.clientId(), audience, now));
            assertion.sign(signer(own));
            return new PrivateKeyJWT(assertion);
        } catch (JOSEException | GeneralSecurityException | IllegalArgumentException e) {
            throw new UnissuedTokenException("the key in " + credential.file()
                    + " does not sign; expected an RSA key of 2048 bits or more, or one on the curve P-256");
        }
    }

    /** Returns the proof by the assertion that lies in a file now. */
    static ClientAuthentication of(Credential.FederatedAssertion credential) {
        try {
            String text =
                    Files.readString(credential.file(), StandardCharsets.UTF_8).strip();
            SignedJWT.parse(text);
            return new FederatedProof(new ClientID(credential.clientId()), text);
        } catch (IOException e) {
            throw new UnissuedTokenException("the assertion file " + credential.file()
                    + " cannot be read; is its path right, and may this user read it?");
        } catch (java.text.ParseException e) {
            throw new UnissuedTokenException("the assertion file " + credential.file()
                    + " holds no signed JWT; name the file that the other authority writes its token to");
        }
    }

    @SuppressWarnings("deprecation") // An authority that knows the thumbprint of SHA-1 alone is still in use.
    private static JWSHeader header(KeyedCertificate own) throws GeneralSecurityException, JOSEException {
        byte[] certificate = own.certificate().getEncoded();
        return new JWSHeader.Builder(algorithm(own))
                .type(JOSEObjectType.JWT)
                .x509CertThumbprint(thumbprint("SHA-1", certificate))
                .x509CertSHA256Thumbprint(thumbprint("SHA-256", certificate))
                .build();
    }

    private static Base64URL thumbprint(String algorithm, byte[] certificate) throws GeneralSecurityException {
        return Base64URL.encode(MessageDigest.getInstance(algorithm).digest(certificate));
    }

    private static JWSAlgorithm algorithm(KeyedCertificate own) throws JOSEException {
        return JWK.parse(own.certificate()).getKeyType().getValue().equals("EC")
                ? JWSAlgorithm.ES256
                : JWSAlgorithm.RS256;
    }

    private static JWSSigner signer(KeyedCertificate own) throws JOSEException {
        return own.key() instanceof ECPrivateKey elliptic ? new ECDSASigner(elliptic) : new RSASSASigner(own.key());
    }

    private static JWTClaimsSet claims(String clientId, URI audience, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(audience.toString())
                .jwtID(UUID.randomUUID().toString())
                .notBeforeTime(Date.from(now.minus(SKEW)))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
    }
}
