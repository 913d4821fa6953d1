package dev.tick.conformance.subject;

import dev.tick.spec.contract.Effect;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A server of the user's, reached by its URL.
 *
 * @param baseUrl what the contract's paths are appended to
 * @param capabilities the effects that it is held to
 * @param tokens those at hand
 * @param origin where these come from
 */
public record Remote(URI baseUrl, Set<Effect> capabilities, Map<TokenKind, String> tokens, TokenOrigin origin)
        implements Target {
    /** Copies the collections. */
    public Remote {
        capabilities = Set.copyOf(capabilities);
        tokens = Map.copyOf(tokens);
    }

    /** A server to which somebody gave tokens. */
    public Remote(URI baseUrl, Set<Effect> capabilities, Map<TokenKind, String> tokens) {
        this(baseUrl, capabilities, tokens, TokenOrigin.GIVEN);
    }

    /** Returns a target that has every capability and token, for plans; it is at no address. */
    public static Remote ofEverything() {
        return new Remote(
                URI.create("http://none.example"),
                EnumSet.allOf(Effect.class),
                TokenKind.placeholders(EnumSet.allOf(TokenKind.class)));
    }

    @Override
    public String name() {
        return baseUrl.toString();
    }

    @Override
    public Remote with(Set<Effect> others, Map<TokenKind, String> otherTokens) {
        return new Remote(baseUrl, others, otherTokens, origin);
    }

    /** Returns a text without the tokens. */
    @Override
    public String toString() {
        return "Remote[" + baseUrl + ", tokens " + tokens.keySet() + "]";
    }
}
