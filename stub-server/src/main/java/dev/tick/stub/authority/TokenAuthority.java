package dev.tick.stub.authority;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tick.spec.contract.TokenRules;
import dev.tick.stub.access.Application;
import dev.tick.stub.state.SharedKey;
import dev.tick.stub.state.StubState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** The authority of a tenant: signs tokens shaped like recorded app-only tokens. */
public final class TokenAuthority {
    /** The life of a token unless configured otherwise, as recorded: about an hour. */
    public static final Duration USUAL_LIFETIME = Duration.ofSeconds(3599);

    private static final int KEY_BITS = 2048;
    private static final String KEY_ID = "tick";
    private static final String BY_SECRET = "1";
    private static final String OTHER_SCOPE = "User.Read";
    private static final String USER = "analyst@tick.example";

    private final String tenant;
    private final Clock clock;
    private final TokenRules rules;
    private final Duration lifetime;
    private final RSAKey key;

    /**
     * Makes an authority.
     *
     * @param tenant the tenant's id, a GUID
     * @param lifetime how long its tokens live
     * @param given the key that signs its tokens; empty for the one that all stubs of the process share
     * @param state keeps its key
     */
    public TokenAuthority(
            String tenant, Clock clock, TokenRules rules, Duration lifetime, Optional<RSAKey> given, StubState state) {
        this.tenant = tenant;
        this.clock = clock;
        this.rules = rules;
        this.lifetime = lifetime;
        key = state.signingKey(
                () -> given.map(TokenAuthority::named).orElseGet(() -> SharedKey.get(TokenAuthority::makeKey)));
    }

    private TokenAuthority(TokenAuthority other, String tenant) {
        this.tenant = tenant;
        clock = other.clock;
        rules = other.rules;
        lifetime = other.lifetime;
        key = other.key;
    }

    /** Returns the authority of another tenant, with the key of this one. */
    public TokenAuthority of(String otherTenant) {
        return new TokenAuthority(this, otherTenant);
    }

    /** Returns the key as the authority publishes it: with an id, which clients look for. */
    private static RSAKey named(RSAKey given) {
        return new RSAKey.Builder(given)
                .keyID(Optional.ofNullable(given.getKeyID()).orElse(KEY_ID))
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build();
    }

    /** Begins to make the key that authorities of this process share, in a thread of its own. */
    public static void prepare() {
        SharedKey.prepare(TokenAuthority::makeKey);
    }

    private static RSAKey makeKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyID(KEY_ID)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK cannot make an RSA key", e);
        }
    }

    /** Issues a token of an application for this API. */
    public String issue(Application application, TokenVariant variant) {
        String audience =
                rules.audiences().isEmpty() ? "tick" : rules.audiences().get(0);
        Instant now = clock.instant();
        return switch (variant) {
            case SOUND -> sign(claims(application, audience, now).claim("roles", application.roles()));
            case EXPIRED ->
                sign(claims(application, audience, now.minus(lifetime.multipliedBy(2)))
                        .claim("roles", application.roles()));
            case WITHOUT_ROLE -> sign(claims(application, audience, now));
            case DELEGATED ->
                sign(claims(application, audience, now)
                        .claim("roles", application.roles())
                        .claim("scp", String.join(" ", scopes(application)))
                        .claim("upn", USER));
            case DELEGATED_WITHOUT_SCOPE ->
                sign(claims(application, audience, now)
                        .claim("scp", OTHER_SCOPE)
                        .claim("upn", USER));
            case OTHER_AUDIENCE ->
                sign(claims(application, "https://other.example", now).claim("roles", application.roles()));
        };
    }

    /** Returns the scopes that the contracts accept; where they accept no user's token, the roles, so that the user is its only flaw. */
    private List<String> scopes(Application application) {
        return rules.scopes().isEmpty() ? application.roles() : rules.scopes();
    }

    /** Issues a token for an API, which knows this one's roles only if it is this one. */
    String issue(ClientAuthenticator.Proven proven, String audience) {
        JWTClaimsSet.Builder claims =
                claims(proven.application(), audience, clock.instant()).claim("appidacr", proven.manner());
        boolean ours = rules.audiences().isEmpty() || rules.audiences().contains(audience);
        return sign(
                ours && !proven.application().roles().isEmpty()
                        ? claims.claim("roles", proven.application().roles())
                        : claims);
    }

    String tenant() {
        return tenant;
    }

    Duration lifetime() {
        return lifetime;
    }

    String issuer() {
        return "https://sts.windows.net/" + tenant + "/";
    }

    /** Returns the public part of the key that signs its tokens. */
    public RSAKey publicKey() {
        return key.toPublicJWK();
    }

    private JWTClaimsSet.Builder claims(Application application, String audience, Instant issued) {
        return new JWTClaimsSet.Builder()
                .audience(audience)
                .issuer(issuer())
                .claim("appid", application.id())
                .claim("appidacr", BY_SECRET)
                .subject(application.id())
                .claim("tid", tenant)
                .issueTime(Date.from(issued))
                .notBeforeTime(Date.from(issued))
                .expirationTime(Date.from(issued.plus(lifetime)))
                .claim("ver", "1.0");
    }

    private String sign(JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the key of the authority does not sign", e);
        }
    }
}
