package dev.tick.conformance.subject;

import dev.tick.spec.contract.Effect;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * A stub in this process, which lives as long as its run.
 *
 * @param baseUrl what the contract's paths are appended to
 * @param capabilities the effects that it is held to
 * @param tokens those at hand
 */
public record Embedded(URI baseUrl, Set<Effect> capabilities, Map<TokenKind, String> tokens) implements Target {
    /** Copies the collections. */
    public Embedded {
        capabilities = Set.copyOf(capabilities);
        tokens = Map.copyOf(tokens);
    }

    @Override
    public TokenOrigin origin() {
        return TokenOrigin.GIVEN;
    }

    @Override
    public String name() {
        return "stub";
    }

    @Override
    public Embedded with(Set<Effect> others, Map<TokenKind, String> otherTokens) {
        return new Embedded(baseUrl, others, otherTokens);
    }

    /** Returns a text without the tokens. */
    @Override
    public String toString() {
        return "Embedded[" + baseUrl + ", tokens " + tokens.keySet() + "]";
    }
}
