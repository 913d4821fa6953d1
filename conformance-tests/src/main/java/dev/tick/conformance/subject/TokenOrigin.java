package dev.tick.conformance.subject;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The origin of a target's tokens.
 *
 * @param tenant the id of the tenant that they must be of; empty where nobody says
 * @param renewed the kinds that get another one before they end
 * @param missing why there is none of a kind that a credential was given for
 */
public record TokenOrigin(Optional<String> tenant, Set<TokenKind> renewed, Map<TokenKind, String> missing) {
    /** Tokens as somebody gave them. */
    public static final TokenOrigin GIVEN = new TokenOrigin(Optional.empty(), Set.of(), Map.of());

    /** Copies the collections. */
    public TokenOrigin {
        renewed = Set.copyOf(renewed);
        missing = Map.copyOf(missing);
    }
}
