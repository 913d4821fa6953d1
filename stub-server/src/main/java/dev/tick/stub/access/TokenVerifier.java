package dev.tick.stub.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import dev.tick.spec.contract.TokenRules;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Judges the {@code Authorization} header: scheme, signature, life, audience, context and role, in this order. */
public final class TokenVerifier {
    private static final String SCHEME = "Bearer";
    private static final String SCOPES = "scp";

    private final Clock clock;
    private final Function<String, Optional<String>> tenants;
    private final Predicate<String> applications;
    private final RSASSAVerifier signature;
    private final SeenSignatures seen = new SeenSignatures();
    private final ProvenTokens proven;

    /**
     * Trusts the tokens of one authority.
     *
     * @param key the public key of the authority
     * @param tenants tells what is wrong with the tenant of this id, for people; empty for the one that is called
     * @param applications tells whether the tenant knows the application of this id
     * @param proven remembers the tokens that this key has signed
     */
    public TokenVerifier(
            Clock clock,
            RSAKey key,
            Function<String, Optional<String>> tenants,
            Predicate<String> applications,
            ProvenTokens proven) {
        this.tenants = tenants;
        this.proven = proven;
        this.applications = applications;
        this.clock = clock;
        try {
            signature = new RSASSAVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("the key of the authority does not verify", e);
        }
    }

    /**
     * Judges the value of the header.
     *
     * @param authorization empty when the request had none
     * @param rules what the operation asks of a token
     */
    public TokenVerdict verify(Optional<String> authorization, TokenRules rules) {
        if (authorization.isEmpty()) {
            return rejected(TokenFlaw.MISSING, "The header Authorization is missing.");
        }
        String given = authorization.get().trim();
        int space = given.indexOf(' ');
        String scheme = space < 0 ? given : given.substring(0, space);
        if (!scheme.equalsIgnoreCase(SCHEME)) {
            return ofOtherScheme(given.split(" +", 2));
        }
        String credential = space < 0 ? "" : given.substring(space).stripLeading();
        if (credential.isEmpty()) {
            return rejected(TokenFlaw.EMPTY, "Nothing follows the scheme Bearer in the header Authorization.");
        }
        try {
            Optional<JWTClaimsSet> known = proven.claims(credential);
            return known.isPresent()
                    ? judged(known.get(), flaw(known.get(), rules), rules)
                    : verified(credential, rules);
        } catch (ParseException | JOSEException e) {
            return rejected(TokenFlaw.MALFORMED, "The token is not a signed JWT.");
        }
    }

    private TokenVerdict verified(String credential, TokenRules rules) throws ParseException, JOSEException {
        JWT parsed = JWTParser.parse(credential);
        JWTClaimsSet claims = parsed.getJWTClaimsSet();
        if (!(parsed instanceof SignedJWT token)) {
            return new TokenVerdict.Rejected(TokenFlaw.UNSIGNED, "The token is not a signed JWT.", application(claims));
        }
        if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm()) || !token.verify(signature)) {
            return judged(claims, flawed(forgery(token), "The token's signature is not valid."), rules);
        }
        seen.add(token.getSignature());
        proven.add(credential, claims);
        return judged(claims, flaw(claims, rules), rules);
    }

    private static TokenVerdict judged(JWTClaimsSet claims, Optional<Flawed> flaw, TokenRules rules)
            throws ParseException {
        return flaw.isPresent()
                ? new TokenVerdict.Rejected(flaw.get().flaw(), flaw.get().reason(), application(claims))
                : new TokenVerdict.Accepted(caller(claims, rules), held(claims));
    }

    private static Optional<String> application(JWTClaimsSet claims) throws ParseException {
        return Optional.ofNullable(claims.getStringClaim("appid"));
    }

    /** Tells a signature that was copied from a sound token from one that is of none. */
    private TokenFlaw forgery(SignedJWT token) {
        return seen.contains(token.getSignature()) ? TokenFlaw.CHANGED_CLAIMS : TokenFlaw.TAMPERED;
    }

    /** Tells a token in the wrong place from credentials of another kind. */
    private static TokenVerdict ofOtherScheme(String[] words) {
        TokenFlaw flaw = words.length > 1 ? TokenFlaw.TOKEN_UNDER_OTHER_SCHEME : TokenFlaw.TOKEN_WITHOUT_SCHEME;
        String reason = "The header Authorization is not of the scheme Bearer.";
        try {
            String application =
                    JWTParser.parse(words[words.length - 1]).getJWTClaimsSet().getStringClaim("appid");
            return new TokenVerdict.Rejected(flaw, reason, Optional.ofNullable(application));
        } catch (ParseException e) {
            return rejected(TokenFlaw.OTHER_SCHEME, reason);
        }
    }

    /** The first flaw that was found, and what to tell of it. */
    private record Flawed(TokenFlaw flaw, String reason) {}

    private static TokenVerdict rejected(TokenFlaw flaw, String reason) {
        return new TokenVerdict.Rejected(flaw, reason, Optional.empty());
    }

    private Optional<Flawed> flaw(JWTClaimsSet claims, TokenRules rules) throws ParseException {
        Instant now = clock.instant();
        if (!now.isBefore(instant(Optional.ofNullable(claims.getExpirationTime())))) {
            return flawed(TokenFlaw.EXPIRED, "The token is expired.");
        }
        if (now.isBefore(instant(Optional.ofNullable(claims.getNotBeforeTime())))) {
            return flawed(TokenFlaw.NOT_YET_VALID, "The token is not valid yet.");
        }
        if (!rules.audiences().isEmpty() && Collections.disjoint(rules.audiences(), claims.getAudience())) {
            return flawed(
                    TokenFlaw.OTHER_AUDIENCE, "The token's audience " + claims.getAudience() + " is another API.");
        }
        Optional<String> tenant =
                Optional.ofNullable(claims.getStringClaim("tid")).flatMap(tenants);
        if (tenant.isPresent()) {
            return flawed(TokenFlaw.UNKNOWN_TENANT, "The token is not of this tenant. " + tenant.get());
        }
        if (claims.getStringClaim("appid") == null) {
            return flawed(TokenFlaw.NO_APPLICATION, "The token names no application (appid).");
        }
        if (!applications.test(claims.getStringClaim("appid"))) {
            return flawed(
                    TokenFlaw.UNKNOWN_APPLICATION,
                    "The application " + claims.getStringClaim("appid")
                            + " is not known to the tenant; was it removed?");
        }
        if (claims.getClaim(SCOPES) != null) {
            return flawOfUser(claims, rules);
        }
        List<String> held = roles(claims);
        return rules.roles().isEmpty() || !Collections.disjoint(rules.roles(), held)
                ? Optional.empty()
                : flawed(
                        TokenFlaw.WITHOUT_ROLE,
                        "The token lacks a role. Required, one of: " + rules.roles() + ". Held: " + held + ".");
    }

    private static Optional<Flawed> flawOfUser(JWTClaimsSet claims, TokenRules rules) throws ParseException {
        List<String> held = List.of(claims.getStringClaim(SCOPES).split(" ", -1));
        if (rules.scopes().isEmpty()) {
            return flawed(
                    TokenFlaw.DELEGATED, "The token is of a signed-in user (scp); this API serves applications alone.");
        }
        return Collections.disjoint(rules.scopes(), held)
                ? flawed(
                        TokenFlaw.WITHOUT_SCOPE,
                        "The token lacks a scope. Required, one of: " + rules.scopes() + ". Held: " + held + ".")
                : Optional.empty();
    }

    private static Caller caller(JWTClaimsSet claims, TokenRules rules) throws ParseException {
        String application = Optional.ofNullable(claims.getStringClaim("appid")).orElse("");
        if (claims.getClaim(SCOPES) != null) {
            String user = Optional.ofNullable(claims.getStringClaim("upn")).orElse(application);
            return new Caller(application, user, Caller.Kind.USER, Caller.Visibility.OWN);
        }
        boolean all = !Collections.disjoint(rules.tenantWideRoles(), roles(claims));
        return new Caller(
                application,
                application,
                Caller.Kind.APPLICATION,
                all ? Caller.Visibility.TENANT : Caller.Visibility.OWN);
    }

    private static List<String> held(JWTClaimsSet claims) throws ParseException {
        return claims.getClaim(SCOPES) == null
                ? roles(claims)
                : List.of(claims.getStringClaim(SCOPES).split(" ", -1));
    }

    private static List<String> roles(JWTClaimsSet claims) throws ParseException {
        return Optional.ofNullable(claims.getStringListClaim("roles")).orElse(List.of());
    }

    private static Optional<Flawed> flawed(TokenFlaw flaw, String reason) {
        return Optional.of(new Flawed(flaw, reason));
    }

    private static Instant instant(Optional<Date> date) {
        return date.map(Date::toInstant).orElse(Instant.MIN);
    }
}
