package dev.tick.conformance.subject;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The origin of a target's tokens.
 *
 * @param tenant the id of the tenant that they must be of; empty where nobody says
 * @param renewed the kinds that get another one before they end
 * @param missing why there is none of a kind that a credential was given for
 */
public record TokenOrigin(Optional<String> tenant, Set<TokenKind> renewed, Map<TokenKind, String> missing) {
    /** Tokens as somebody gave them. */
    public static final TokenOrigin GIVEN = givenFor(Optional.empty());

    private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    /** Copies the collections. */
    public TokenOrigin {
        renewed = Set.copyOf(renewed);
        missing = Map.copyOf(missing);
    }

    /** Returns the origin of tokens as somebody gave them, for this tenant. */
    public static TokenOrigin givenFor(Optional<String> tenant) {
        return new TokenOrigin(tenant, Set.of(), Map.of());
    }

    /** Returns the id of the tenant; empty where nobody says, or names it by its domain, of which no claim tells. */
    Optional<String> tenantId() {
        return tenant.filter(name -> GUID.matcher(name).matches());
    }
}
