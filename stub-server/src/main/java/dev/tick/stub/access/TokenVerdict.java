package dev.tick.stub.access;

import java.util.List;
import java.util.Optional;

/** The judgement of a token. */
public sealed interface TokenVerdict {
    /**
     * Lets the caller in.
     *
     * @param held the roles or, of a user, the scopes of the token
     */
    record Accepted(Caller caller, List<String> held) implements TokenVerdict {
        /** Copies the list. */
        public Accepted {
            held = List.copyOf(held);
        }
    }

    /**
     * Does not let the caller in.
     *
     * @param flaw the first that was found
     * @param reason for people
     * @param application the {@code appid} that the token claims; empty when it cannot be read
     */
    record Rejected(TokenFlaw flaw, String reason, Optional<String> application) implements TokenVerdict {
        /** Returns 403 when the service knows who calls or for which API (page of 2026-07-28), 401 when it does not. */
        public int status() {
            return switch (flaw) {
                case OTHER_AUDIENCE, DELEGATED, WITHOUT_SCOPE, WITHOUT_ROLE -> 403;
                case MISSING,
                        OTHER_SCHEME,
                        TOKEN_UNDER_OTHER_SCHEME,
                        TOKEN_WITHOUT_SCHEME,
                        EMPTY,
                        MALFORMED,
                        UNSIGNED,
                        TAMPERED,
                        CHANGED_CLAIMS,
                        EXPIRED,
                        NOT_YET_VALID,
                        UNKNOWN_TENANT,
                        NO_APPLICATION,
                        UNKNOWN_APPLICATION -> 401;
            };
        }
    }
}
