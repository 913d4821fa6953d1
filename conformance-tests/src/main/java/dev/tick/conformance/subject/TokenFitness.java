package dev.tick.conformance.subject;

import dev.tick.spec.contract.TokenRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The fitness of a target's tokens for what their variables say, by their claims. A mislabelled token would accuse the server
 * of what it did right.
 *
 * @param target the server and its tokens
 * @param rules what the operation asks of a token
 * @param now the time, by the clock that is behind: the server's or ours
 */
public record TokenFitness(Target target, TokenRules rules, Instant now) {
    /** A server may take a token for a few minutes more than it lives (RFC 7519, section 4.1.4). */
    public static final Duration LEEWAY = Duration.ofMinutes(5);

    /** Returns why a token that is at hand cannot serve for its kind; empty where it can. */
    public Optional<String> flaw(TokenKind kind) {
        String token = target.token(kind).orElse("");
        Optional<TokenClaims> claims = TokenClaims.read(token);
        if (kind == TokenKind.SOUND) {
            return claims.flatMap(one -> ofUser(one).or(() -> ofOtherTenant(one)));
        }
        Optional<String> foreign = claims.flatMap(this::ofOtherTenant);
        if (foreign.isPresent()) {
            return foreign;
        }
        return claims.isEmpty()
                ? Optional.of("cannot be read as a JWT, so nothing shows that it is what its name says")
                : flaws(kind, claims.get()).flatMap(Optional::stream).findFirst();
    }

    /** Returns why the rows about what an application must not reach do not bind this token; empty where they do. */
    public Optional<String> reachesAll(TokenKind kind) {
        return target.token(kind)
                .flatMap(TokenClaims::read)
                .map(claims -> common(claims.roles(), rules.tenantWideRoles()))
                .filter(roles -> !roles.isEmpty())
                .map(roles -> "holds " + words(roles)
                        + ", which reaches what other applications submitted; use one without it");
    }

    private Stream<Optional<String>> flaws(TokenKind kind, TokenClaims claims) {
        return switch (kind) {
            case SOUND -> Stream.of(ofUser(claims));
            case EXPIRED -> Stream.of(ofUser(claims), unexpired(claims), roleless(claims), foreign(claims));
            case WITHOUT_ROLE -> Stream.of(ofUser(claims), holding(claims), expired(kind, claims), foreign(claims));
            case DELEGATED -> Stream.of(userless(claims), expired(kind, claims), foreign(claims));
            case DELEGATED_WITHOUT_SCOPE ->
                Stream.of(ofApplication(claims), scoped(claims), expired(kind, claims), foreign(claims));
            case OTHER_APPLICATION ->
                Stream.of(ofUser(claims), same(claims), roleless(claims), expired(kind, claims), foreign(claims));
            case TENANT_WIDE ->
                Stream.of(ofUser(claims), same(claims), narrow(claims), expired(kind, claims), foreign(claims));
            case OTHER_AUDIENCE -> Stream.of(ours(claims), expired(kind, claims));
        };
    }

    /** A domain in place of an id says nothing about the claim. */
    private Optional<String> ofOtherTenant(TokenClaims claims) {
        return target.origin()
                .tenantId()
                .flatMap(expected -> claims.tenant()
                        .flatMap(own -> unless(
                                own.equalsIgnoreCase(expected), "is of the tenant " + own + ", not of " + expected)));
    }

    private static Optional<String> ofUser(TokenClaims claims) {
        return unless(claims.scopes().isEmpty(), "is of a signed-in user (scp), not of an application");
    }

    private static Optional<String> ofApplication(TokenClaims claims) {
        return unless(!claims.scopes().isEmpty(), "is not of a signed-in user: it has no scp");
    }

    /** A server may serve a user for the roles that the token names beside the scopes. */
    private Optional<String> scoped(TokenClaims claims) {
        List<String> held = common(claims.scopes(), rules.scopes());
        return unless(held.isEmpty(), "has the scope " + words(held)).or(() -> holding(claims));
    }

    private Optional<String> userless(TokenClaims claims) {
        if (claims.scopes().isEmpty()) {
            return ofApplication(claims);
        }
        // Where no user is served, nothing but the user must be wrong with the token.
        List<String> asked = rules.scopes().isEmpty() ? rules.roles() : rules.scopes();
        return unless(
                asked.isEmpty() || !common(claims.scopes(), asked).isEmpty(),
                "has the scopes " + words(claims.scopes()) + ", and none of " + words(asked));
    }

    private Optional<String> unexpired(TokenClaims claims) {
        return claims.expiry()
                .map(at -> unless(
                        at.plus(LEEWAY).isBefore(now),
                        "is not expired for " + LEEWAY.toMinutes()
                                + " minutes, which servers may allow for: it lives until " + at))
                .orElse(Optional.of("does not say when it expires (exp)"));
    }

    /** A token that is renewed in time never ends. */
    private Optional<String> expired(TokenKind kind, TokenClaims claims) {
        return claims.expiry()
                .filter(at -> !target.origin().renewed().contains(kind))
                .flatMap(at -> unless(now.isBefore(at), "is expired since " + at));
    }

    private Optional<String> holding(TokenClaims claims) {
        List<String> held = common(claims.roles(), rules.roles());
        return unless(held.isEmpty(), "holds the role " + words(held));
    }

    private Optional<String> roleless(TokenClaims claims) {
        List<String> known = sound(TokenClaims::roles);
        // A server with roles of its own is asked for those of the sound token.
        List<String> asked = known.isEmpty() || !common(known, rules.roles()).isEmpty() ? rules.roles() : known;
        return unless(
                asked.isEmpty() || !common(claims.roles(), asked).isEmpty(),
                "holds " + (claims.roles().isEmpty() ? "no role" : words(claims.roles())) + ", and none of "
                        + words(asked));
    }

    private Optional<String> narrow(TokenClaims claims) {
        return unless(
                !common(claims.roles(), rules.tenantWideRoles()).isEmpty(),
                "holds none of " + words(rules.tenantWideRoles()));
    }

    private Optional<String> foreign(TokenClaims claims) {
        List<String> known = known();
        return unless(
                claims.audiences().isEmpty()
                        || known.isEmpty()
                        || !common(claims.audiences(), known).isEmpty(),
                "is for another API: its audience is " + words(claims.audiences()));
    }

    private Optional<String> ours(TokenClaims claims) {
        if (claims.audiences().isEmpty()) {
            return Optional.of("does not say whom it is meant for (aud)");
        }
        return unless(
                common(claims.audiences(), known()).isEmpty(),
                "is for this API: its audience is " + words(claims.audiences()));
    }

    private Optional<String> same(TokenClaims claims) {
        List<String> own = sound(claim -> claim.application().stream().toList());
        List<String> tenant = sound(claim -> claim.tenant().stream().toList());
        if (own.isEmpty() || claims.application().isEmpty()) {
            return Optional.of("cannot be told from " + TokenKind.SOUND.variable()
                    + ": not both are JWTs that name their application (appid)");
        }
        if (own.contains(claims.application().get())) {
            return Optional.of("is of the same application as " + TokenKind.SOUND.variable());
        }
        return unless(
                tenant.isEmpty()
                        || claims.tenant().isEmpty()
                        || tenant.contains(claims.tenant().get()),
                "is of another tenant than " + TokenKind.SOUND.variable());
    }

    private List<String> known() {
        return Stream.of(rules.audiences(), sound(TokenClaims::audiences))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> sound(Function<TokenClaims, List<String>> claim) {
        return target.token(TokenKind.SOUND)
                .flatMap(TokenClaims::read)
                .map(claim)
                .orElse(List.of());
    }

    private static List<String> common(List<String> some, List<String> others) {
        List<String> common = new ArrayList<>(some);
        common.retainAll(others);
        return Collections.unmodifiableList(common);
    }

    private static Optional<String> unless(boolean sound, String flaw) {
        return sound ? Optional.empty() : Optional.of(flaw);
    }

    private static String words(List<String> words) {
        return String.join(", ", words);
    }
}
