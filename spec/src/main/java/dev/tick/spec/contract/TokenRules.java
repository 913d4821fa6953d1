package dev.tick.spec.contract;

import java.util.List;

/**
 * The requirements of a contract, or of one operation, on a token.
 *
 * @param roles one of these must be among the roles of an application's token; none for whatever token of an application
 * @param scopes one of these must be among the scopes of a user's token; none where users' tokens are not taken
 * @param tenantWideRoles the roles whose holders reach what others created
 * @param audiences one of these must be the token's audience; none for whatever audience
 */
public record TokenRules(
        List<String> roles, List<String> scopes, List<String> tenantWideRoles, List<String> audiences) {
    /** Copies the lists. */
    public TokenRules {
        roles = List.copyOf(roles);
        scopes = List.copyOf(scopes);
        tenantWideRoles = List.copyOf(tenantWideRoles);
        audiences = List.copyOf(audiences);
    }
}
