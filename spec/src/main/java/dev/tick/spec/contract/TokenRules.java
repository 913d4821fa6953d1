package dev.tick.spec.contract;

import java.util.List;

/**
 * What a contract asks of a token.
 *
 * @param roles one of these must be among the token's roles
 * @param audiences one of these must be the token's audience
 */
public record TokenRules(List<String> roles, List<String> audiences) {
    /** Copies the lists. */
    public TokenRules {
        roles = List.copyOf(roles);
        audiences = List.copyOf(audiences);
    }
}
