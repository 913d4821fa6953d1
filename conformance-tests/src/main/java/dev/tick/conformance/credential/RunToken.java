package dev.tick.conformance.credential;

import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.subject.TokenKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The token of one kind in the course of a run. Safe for use by several threads: one fetch serves all that wait. */
final class RunToken {
    /** Clocks differ by so much at most. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** A token that lives for minutes is renewed when this part of its life is left. */
    private static final int PART = 5;

    /** So long before a token ends that nothing renews, a run ends: what it created is removed with the same token. */
    private static final Duration CLEANING = Duration.ofMinutes(1);

    /** An authority that is down is not asked for each request. */
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final TokenKind kind;
    private final Clock clock;
    private final Optional<TokenSource> source;
    private final String first;
    private final Instant began;
    private final List<String> later = new ArrayList<>();
    private Optional<Instant> expiry;
    private Instant due;
    private String newest;

    private RunToken(TokenKind kind, Clock clock, Optional<TokenSource> source, IssuedToken token) {
        this.kind = kind;
        this.clock = clock;
        this.source = source;
        began = clock.instant();
        first = token.text();
        newest = first;
        expiry = token.expiry();
        due = due(token);
    }

    /** Returns a token that nothing renews. */
    static RunToken given(TokenKind kind, String token, Clock clock) {
        return new RunToken(kind, clock, Optional.empty(), IssuedToken.given(token));
    }

    /**
     * Gets a token.
     *
     * @throws UnissuedTokenException when there is none
     */
    static RunToken of(TokenSource source, Clock clock) {
        return new RunToken(source.kind(), clock, Optional.of(source).filter(one -> !one.isGiven()), source.fetch());
    }

    /** Returns the token by which the run knows this one. */
    String first() {
        return first;
    }

    /** Returns the tokens that took its place. */
    synchronized List<String> later() {
        return List.copyOf(later);
    }

    boolean isRenewed() {
        return source.isPresent();
    }

    /**
     * Returns a token that has not ended.
     *
     * @throws StoppedException when there is none: what a target says to one that has ended is no finding
     */
    synchronized String newest() {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return newest;
        }
        if (source.isPresent()) {
            renew(source.get(), now);
        } else if (kind == TokenKind.SOUND && !hasEnded(began)) {
            due = expiry.orElseThrow();
            throw new StoppedException(kind.variable() + " ends at " + expiry.orElseThrow()
                    + ", before the run does; give one that lives longer, or a credential that gets new ones");
        }
        return newest;
    }

    private void renew(TokenSource own, Instant now) {
        try {
            IssuedToken token = own.fetch();
            newest = token.text();
            later.add(newest);
            expiry = token.expiry();
            due = due(token);
        } catch (UnissuedTokenException e) {
            if (hasEnded(now)) {
                throw new StoppedException(kind.variable() + " ended at " + expiry.orElseThrow()
                        + ", and no other could be had: " + e.getMessage());
            }
            Instant again = now.plus(AGAIN);
            due = expiry.filter(again::isAfter).orElse(again);
        }
    }

    private boolean hasEnded(Instant now) {
        return expiry.filter(end -> !now.isBefore(end)).isPresent();
    }

    /** Returns when to look for another one; what nothing renews is looked at when a request may take to its end. */
    private Instant due(IssuedToken token) {
        if (token.expiry().isEmpty()) {
            return Instant.MAX;
        }
        Instant end = token.expiry().get();
        if (source.isEmpty()) {
            return end.minus(CLEANING);
        }
        Duration part = Duration.between(clock.instant(), end).dividedBy(PART);
        return end.minus(part.compareTo(SKEW) < 0 ? part : SKEW);
    }
}
