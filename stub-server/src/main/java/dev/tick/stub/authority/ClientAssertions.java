package dev.tick.stub.authority;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import dev.tick.stub.access.Application;
import dev.tick.stub.access.Federation;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/** Verifies the assertions by which clients prove themselves (RFC 7523): of their own certificate, or of another authority. */
final class ClientAssertions {
    private static final int INVALID = 700027;
    private static final int UNKNOWN_FEDERATION = 700213;

    /** The vendor's documentation asks for minutes; longer than a day is a mistake. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final Clock clock;

    ClientAssertions(Clock clock) {
        this.clock = clock;
    }

    /** Returns the client that an assertion claims to prove: its subject. */
    static Optional<String> subject(String assertion) {
        try {
            return Optional.ofNullable(
                    SignedJWT.parse(assertion).getJWTClaimsSet().getSubject());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Proves an application.
     *
     * @param audiences what an assertion of its own certificate may be meant for
     */
    void verify(String assertion, Application application, Set<String> audiences) throws OAuthError {
        JWTClaimsSet claims;
        try {
            claims = SignedJWT.parse(assertion).getJWTClaimsSet();
        } catch (ParseException e) {
            throw refusal("client_assertion is not a signed JWT.");
        }
        String issuer = String.valueOf(claims.getIssuer());
        if (issuer.equals(application.id())) {
            verify(assertion, application.certificates(), audiences, issuer, application.id());
            return;
        }
        Federation federation = application.federations().stream()
                .filter(one -> one.issuer().equals(issuer))
                .filter(one -> one.subject().equals(claims.getSubject()))
                .findFirst()
                .orElseThrow(() -> new OAuthError(
                        OAuth2Error.INVALID_CLIENT,
                        UNKNOWN_FEDERATION,
                        "No federation of the application has the issuer '" + issuer + "' and the subject '"
                                + claims.getSubject() + "'."));
        verify(assertion, federation.keys(), Set.of(federation.audience()), issuer, federation.subject());
    }

    private void verify(String assertion, JWKSet keys, Set<String> audiences, String issuer, String subject)
            throws OAuthError {
        JWTClaimsSet exact =
                new JWTClaimsSet.Builder().issuer(issuer).subject(subject).build();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new KeysOf(keys));
        processor.setJWTClaimsSetVerifier(new ClaimsAt(clock, audiences, exact));
        try {
            Instant end = processor.process(assertion, null).getExpirationTime().toInstant();
            if (end.isAfter(clock.instant().plus(LONGEST))) {
                throw refusal("client_assertion lives until " + end + "; expected at most " + LONGEST.toHours()
                        + " hours from now.");
            }
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw refusal("client_assertion does not prove the application: " + e.getMessage() + ".");
        }
    }

    private static OAuthError refusal(String description) {
        return new OAuthError(OAuth2Error.INVALID_CLIENT, INVALID, description);
    }

    /** The library's check of claims, by our clock. */
    private static final class ClaimsAt extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final Clock clock;

        ClaimsAt(Clock clock, Set<String> audiences, JWTClaimsSet exact) {
            super(audiences, exact, Set.of("exp", "iss", "sub", "aud"), Set.of());
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }

    /** The library's choice of keys; a thumbprint in the alphabet of plain Base64 is read as well, since MSAL4J 1.26.1 writes it so. */
    private static final class KeysOf extends JWSVerificationKeySelector<SecurityContext> {
        KeysOf(JWKSet keys) {
            super(ALGORITHMS, new ImmutableJWKSet<>(keys));
        }

        @Override
        protected JWKMatcher createJWKMatcher(JWSHeader header) {
            Base64URL thumbprint = header.getX509CertSHA256Thumbprint();
            return super.createJWKMatcher(
                    thumbprint == null
                            ? header
                            : new JWSHeader.Builder(header)
                                    .x509CertSHA256Thumbprint(Base64URL.encode(thumbprint.decode()))
                                    .build());
        }
    }
}
