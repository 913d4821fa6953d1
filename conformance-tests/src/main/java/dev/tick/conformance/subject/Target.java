package dev.tick.conformance.subject;

import dev.tick.spec.contract.Effect;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server or a client under test: where it is, what it can do, and the tokens to reach it with. */
public sealed interface Target permits Embedded, JudgedClient, Remote {
    /** Returns the name that reports show. */
    String name();

    /** Returns what the contract's paths are appended to, without a slash at the end; it may carry a path prefix. */
    URI baseUrl();

    /** Returns the effects that the server is held to. */
    Set<Effect> capabilities();

    /** Returns the tokens at hand. */
    Map<TokenKind, String> tokens();

    /** Returns where the tokens come from. */
    TokenOrigin origin();

    /** Returns the same server with these capabilities and tokens. */
    Target with(Set<Effect> capabilities, Map<TokenKind, String> tokens);

    /** Returns the token of this kind, if it is at hand. */
    default Optional<String> token(TokenKind kind) {
        return Optional.ofNullable(tokens().get(kind));
    }

    /**
     * Returns the tenant whose server this is: the one that the user names by its id, else the one that the sound token is for, else
     * the domain that the user names. Locks and ledgers go by it, so that one tenant has one.
     */
    default Optional<String> tenant() {
        return origin().tenantId()
                .or(() -> token(TokenKind.SOUND).flatMap(TokenClaims::read).flatMap(TokenClaims::tenant))
                .or(origin()::tenant);
    }

    /** Returns what to say where the token of this kind is not at hand. */
    default String absence(TokenKind kind) {
        return kind.variable()
                + Optional.ofNullable(origin().missing().get(kind))
                        .map(reason -> " could not be had: " + reason)
                        .orElse(" is not set");
    }

    /** Returns the same server with placeholders for the tokens. */
    default Target withoutSecrets() {
        return with(capabilities(), TokenKind.placeholders(tokens().keySet()));
    }
}
