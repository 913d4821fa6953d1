package dev.tick.conformance.credential;

import dev.tick.conformance.evidence.Secrets;
import dev.tick.conformance.exchange.Pause;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenFitness;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.subject.TokenOrigin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The tokens of a run: those it begins with, by which it knows them to its end, and the newer ones that requests leave with. Safe for
 * use by several threads.
 */
public final class RunTokens {
    /** The vendor's authority gives tokens of ten minutes at least; with the leeway of servers, such a one is waited for. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(20);

    private final Clock clock;
    private final Map<TokenKind, RunToken> tokens = new EnumMap<>(TokenKind.class);
    private final Map<TokenKind, UnissuedTokenException> missing = new EnumMap<>(TokenKind.class);

    private RunTokens(Clock clock) {
        this.clock = clock;
    }

    /** Returns no tokens: requests leave with those that they have. */
    public static RunTokens none() {
        return new RunTokens(Clock.systemUTC());
    }

    /** Returns tokens that somebody fetched; a run ends when that of the application under test does. */
    public static RunTokens given(Map<TokenKind, String> given, Clock clock) {
        RunTokens all = new RunTokens(clock);
        given.forEach((kind, token) -> all.tokens.put(kind, RunToken.given(kind, token, clock)));
        return all;
    }

    /**
     * Gets a token for each credential, one request for each. The expired one comes first: where it lives for minutes, its end is
     * waited for. What cannot be had is missing.
     *
     * @param credentials by the kind of their token; the one of another audience is asked for the application itself, which every
     *     authority knows
     * @param authority that issues tokens; empty where all are given
     * @param pause waits for the end of a token
     * @throws IllegalArgumentException when a token is to be issued, and there is no authority
     */
    public static RunTokens of(
            Map<TokenKind, Credential> credentials, Optional<Authority> authority, TokenClient client, Pause pause) {
        RunTokens all = new RunTokens(client.clock());
        Map<TokenKind, Credential> others = new EnumMap<>(TokenKind.class);
        others.putAll(credentials);
        Optional.ofNullable(others.remove(TokenKind.EXPIRED))
                .ifPresent(one -> all.fetchEnded(new TokenSource(TokenKind.EXPIRED, one, authority, client), pause));
        others.forEach((kind, one) -> all.fetch(new TokenSource(kind, one, authority, client)));
        return all;
    }

    private void fetch(TokenSource source) {
        try {
            tokens.put(source.kind(), RunToken.of(source, clock));
        } catch (UnissuedTokenException e) {
            missing.put(source.kind(), e);
        }
    }

    private void fetchEnded(TokenSource source, Pause pause) {
        try {
            IssuedToken token = source.fetch();
            Instant end = token.expiry().orElse(Instant.MAX);
            Duration rest = end.equals(Instant.MAX)
                    ? Duration.ofSeconds(Long.MAX_VALUE)
                    : Duration.between(
                            clock.instant(), end.plus(TokenFitness.LEEWAY).plusSeconds(1));
            if (!source.isGiven() && rest.compareTo(LONGEST_WAIT) > 0) {
                missing.put(
                        TokenKind.EXPIRED,
                        new UnissuedTokenException("it lives " + (end.equals(Instant.MAX) ? "for ever" : "until " + end)
                                + ", and the kit waits "
                                + LONGEST_WAIT.toMinutes()
                                + " min at most; give one of yesterday, or let the authority issue short-lived ones"));
                return;
            }
            if (!source.isGiven() && rest.compareTo(Duration.ZERO) > 0) {
                pause.pause(rest, "the token for " + TokenKind.EXPIRED.variable() + " is to expire");
            }
            tokens.put(TokenKind.EXPIRED, RunToken.given(TokenKind.EXPIRED, token.text(), clock));
        } catch (UnissuedTokenException e) {
            missing.put(TokenKind.EXPIRED, e);
        }
    }

    /** Returns the tokens that the run begins with. */
    public Map<TokenKind, String> first() {
        Map<TokenKind, String> first = new EnumMap<>(TokenKind.class);
        tokens.forEach((kind, token) -> first.put(kind, token.first()));
        return first;
    }

    /** Returns why there is no token of a kind that a credential was given for; empty where there is one. */
    public Optional<UnissuedTokenException> missing(TokenKind kind) {
        return Optional.ofNullable(missing.get(kind));
    }

    /**
     * Returns where the tokens come from.
     *
     * @param tenant the id of the tenant that they must be of; empty where nobody says
     */
    public TokenOrigin origin(Optional<String> tenant) {
        Set<TokenKind> renewed = EnumSet.noneOf(TokenKind.class);
        tokens.forEach((kind, token) -> {
            if (token.isRenewed()) {
                renewed.add(kind);
            }
        });
        Map<TokenKind, String> reasons = new EnumMap<>(TokenKind.class);
        missing.forEach((kind, why) -> reasons.put(kind, String.valueOf(why.getMessage())));
        return new TokenOrigin(tenant, renewed, reasons);
    }

    /** Returns a sender whose requests leave with the newest token of the kind that they have. */
    public Sender on(Sender sender) {
        return new RenewingSender(sender, this);
    }

    /**
     * Returns the newest token of the kind of one that the run began with; itself where it is none of these.
     *
     * @throws StoppedException when it has ended, and no other can be had
     */
    String newest(String first) {
        for (RunToken token : tokens.values()) {
            if (token.first().equals(first)) {
                return token.newest();
            }
        }
        return first;
    }

    /** Returns what hides the tokens of a target, and those that took their place since. */
    public UnaryOperator<String> hiding(Target target) {
        return new Hiding(Secrets.of(target));
    }

    /** Hides what there is when it is asked. */
    private final class Hiding implements UnaryOperator<String> {
        private final List<String> known = new ArrayList<>();
        private Secrets secrets;

        private Hiding(Secrets secrets) {
            this.secrets = secrets;
        }

        @Override
        public synchronized String apply(String text) {
            tokens.forEach((kind, token) -> token.later().stream()
                    .filter(one -> !known.contains(one))
                    .forEach(one -> {
                        known.add(one);
                        secrets = secrets.with(one, kind.placeholder());
                    }));
            return secrets.apply(text);
        }
    }
}
