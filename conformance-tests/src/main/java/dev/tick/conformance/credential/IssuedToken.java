package dev.tick.conformance.credential;

import dev.tick.conformance.subject.TokenClaims;
import java.time.Instant;
import java.util.Optional;

/**
 * A token at hand.
 *
 * @param text as it stands behind {@code Bearer}
 * @param expiry when its life ends, by our clock; empty where nobody says
 */
public record IssuedToken(String text, Optional<Instant> expiry) {
    /** Returns a token that somebody fetched; when it ends, only its claims can tell. */
    static IssuedToken given(String text) {
        return new IssuedToken(text, TokenClaims.read(text).flatMap(TokenClaims::expiry));
    }

    /** Returns a text without the token. */
    @Override
    public String toString() {
        return "IssuedToken[" + expiry.map(Instant::toString).orElse("") + "]";
    }
}
