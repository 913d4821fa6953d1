package dev.tick.spec.contract;

import java.util.List;

/**
 * What a contract, or one of its operations, asks of a token.
 *
 * @param roles one of these must be among the roles of an application's token; none for whatever token of an application
 * @param scopes one of these must be among the scopes of a user's token; none where users' tokens are not taken
 * @param reachingAll the roles whose holders reach what others created
 * @param audiences one of these must be the token's audience; none for whatever audience
 */
public record TokenRules(List<String> roles, List<String> scopes, List<String> reachingAll, List<String> audiences) {
    /** Copies the lists. */
    public TokenRules {
        roles = List.copyOf(roles);
        scopes = List.copyOf(scopes);
        reachingAll = List.copyOf(reachingAll);
        audiences = List.copyOf(audiences);
    }
}
