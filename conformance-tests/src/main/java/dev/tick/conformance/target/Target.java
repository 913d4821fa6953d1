package dev.tick.conformance.target;

import dev.tick.spec.contract.Effect;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A server under test.
 *
 * @param name as it is shown
 * @param baseUrl what the contract's paths are appended to, without a slash at the end; may carry a path prefix
 * @param capabilities the effects that it is held to
 * @param tokens those at hand
 */
public record Target(String name, URI baseUrl, Set<Effect> capabilities, Map<TokenKind, String> tokens) {
    /** Copies the collections. */
    public Target {
        capabilities = Set.copyOf(capabilities);
        tokens = Map.copyOf(tokens);
    }

    /** The token of this kind, if it is at hand. */
    public Optional<String> token(TokenKind kind) {
        return Optional.ofNullable(tokens.get(kind));
    }

    /** The same with placeholders for the tokens. */
    public Target withoutSecrets() {
        Map<TokenKind, String> placeholders = new EnumMap<>(TokenKind.class);
        tokens.keySet().forEach(kind -> placeholders.put(kind, kind.placeholder()));
        return new Target(name, baseUrl, capabilities, placeholders);
    }

    @Override
    public String toString() {
        return "Target[" + name + " at " + baseUrl + ", tokens " + tokens.keySet() + "]";
    }
}
