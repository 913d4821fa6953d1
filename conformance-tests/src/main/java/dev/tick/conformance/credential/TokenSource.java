package dev.tick.conformance.credential;

import dev.tick.conformance.subject.TokenKind;
import java.util.Optional;

/**
 * The source of the tokens of a kind.
 *
 * @param kind of the tokens
 * @param credential that they are had for
 * @param authority that issues them; empty where the token is given
 * @param client that asks for them
 */
record TokenSource(TokenKind kind, Credential credential, Optional<Authority> authority, TokenClient client) {
    /** Requires an authority where one is needed. */
    TokenSource {
        if (authority.isEmpty() && !(credential instanceof Credential.GivenToken)) {
            throw new IllegalArgumentException(
                    kind.variable() + " is to be fetched, and there is no authority to issue it; name one");
        }
    }

    boolean isGiven() {
        return credential instanceof Credential.GivenToken;
    }

    /**
     * Returns a token.
     *
     * @throws UnissuedTokenException when there is none
     */
    IssuedToken fetch() {
        return credential instanceof Credential.GivenToken given
                ? IssuedToken.given(given.token())
                : client.issue(credential, forKind(authority.orElseThrow()));
    }

    /** An application may always have a token for itself, and no other API takes that one. */
    private Authority forKind(Authority own) {
        return kind == TokenKind.OTHER_AUDIENCE
                ? credential
                        .application()
                        .map(id -> new Authority(own.base(), own.tenant(), own.version(), id))
                        .orElse(own)
                : own;
    }
}
