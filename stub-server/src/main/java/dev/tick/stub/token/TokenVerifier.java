package dev.tick.stub.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tick.spec.contract.TokenRules;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Judges the {@code Authorization} header: scheme, signature, life, audience, context and role, in this order. */
public final class TokenVerifier {
    private static final String SCHEME = "Bearer ";

    private final TokenRules rules;
    private final Clock clock;
    private final RSASSAVerifier signature;

    /** Trusts the tokens of one authority. */
    public TokenVerifier(TokenRules rules, Clock clock, TokenAuthority authority) {
        this.rules = rules;
        this.clock = clock;
        try {
            signature = new RSASSAVerifier(authority.publicKey());
        } catch (JOSEException e) {
            throw new IllegalStateException("the key of the authority does not verify", e);
        }
    }

    /** Judges the value of the header; empty when the request had none. */
    public TokenVerdict verify(Optional<String> authorization) {
        if (authorization.isEmpty()) {
            return new TokenVerdict.Unauthorized("The header Authorization is missing.");
        }
        if (!authorization.get().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new TokenVerdict.Unauthorized("The header Authorization is not of the scheme Bearer.");
        }
        try {
            SignedJWT token = SignedJWT.parse(
                    authorization.get().substring(SCHEME.length()).trim());
            if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm()) || !token.verify(signature)) {
                return new TokenVerdict.Unauthorized("The token's signature is not valid.");
            }
            return judge(token.getJWTClaimsSet());
        } catch (ParseException | JOSEException e) {
            return new TokenVerdict.Unauthorized("The token is not a signed JWT.");
        }
    }

    private TokenVerdict judge(JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        Instant expires = Optional.ofNullable(claims.getExpirationTime())
                .map(Date::toInstant)
                .orElse(Instant.MIN);
        Instant begins = Optional.ofNullable(claims.getNotBeforeTime())
                .map(Date::toInstant)
                .orElse(Instant.MIN);
        if (!now.isBefore(expires)) {
            return new TokenVerdict.Unauthorized("The token is expired.");
        }
        if (now.isBefore(begins)) {
            return new TokenVerdict.Unauthorized("The token is not valid yet.");
        }
        if (!rules.audiences().isEmpty() && Collections.disjoint(rules.audiences(), claims.getAudience())) {
            return new TokenVerdict.Unauthorized("The token's audience " + claims.getAudience() + " is another API.");
        }
        String application = claims.getStringClaim("appid");
        if (application == null) {
            return new TokenVerdict.Unauthorized("The token names no application (appid).");
        }
        if (claims.getClaim("scp") != null) {
            return new TokenVerdict.Forbidden(
                    "The token is of a signed-in user (scp); this API serves applications alone.");
        }
        List<String> held = claims.getStringListClaim("roles");
        List<String> roles = held == null ? List.of() : held;
        return rules.roles().isEmpty() || !Collections.disjoint(rules.roles(), roles)
                ? new TokenVerdict.Accepted(application)
                : new TokenVerdict.Forbidden(
                        "The token lacks a role. Required, one of: " + rules.roles() + ". Held: " + roles + ".");
    }
}
