package dev.tick.stub.access;

import dev.tick.spec.check.RequestDefect;
import java.util.Optional;

/** Flaws of the {@code Authorization} header, in the order in which they are looked for. */
public enum TokenFlaw {
    /** There is no header. */
    MISSING,
    /** Another scheme than Bearer. */
    OTHER_SCHEME,
    /** A token behind another scheme than Bearer. */
    TOKEN_UNDER_OTHER_SCHEME,
    /** A token without a scheme. */
    TOKEN_WITHOUT_SCHEME,
    /** Nothing behind the scheme. */
    EMPTY,
    /** No signed JWT. */
    MALFORMED,
    /** Says itself that nobody signed it. */
    UNSIGNED,
    /** Another signature or algorithm than the authority's. */
    TAMPERED,
    /** The signature of a sound token that came before, under other claims. */
    CHANGED_CLAIMS,
    /** Its life is over. */
    EXPIRED,
    /** Its life has not begun. */
    NOT_YET_VALID,
    /** Meant for another API. */
    OTHER_AUDIENCE,
    /** Of a tenant that is not there, or not any more. */
    UNKNOWN_TENANT,
    /** Names no application. */
    NO_APPLICATION,
    /** Names an application that the tenant does not know, or not any more. */
    UNKNOWN_APPLICATION,
    /** Of a signed-in user. */
    DELEGATED,
    /** Of a signed-in user, and lacks the scope. */
    WITHOUT_SCOPE,
    /** Lacks the role. */
    WITHOUT_ROLE;

    /** Returns the register's word for it; empty where it has none. */
    public Optional<RequestDefect> defect() {
        return switch (this) {
            case MISSING -> Optional.of(RequestDefect.NO_TOKEN);
            case OTHER_SCHEME -> Optional.of(RequestDefect.OTHER_SCHEME);
            case TOKEN_UNDER_OTHER_SCHEME -> Optional.of(RequestDefect.TOKEN_UNDER_OTHER_SCHEME);
            case TOKEN_WITHOUT_SCHEME -> Optional.of(RequestDefect.TOKEN_WITHOUT_SCHEME);
            case EMPTY -> Optional.of(RequestDefect.EMPTY_TOKEN);
            case MALFORMED -> Optional.of(RequestDefect.MALFORMED_TOKEN);
            case UNSIGNED -> Optional.of(RequestDefect.UNSIGNED_TOKEN);
            case TAMPERED -> Optional.of(RequestDefect.TAMPERED_TOKEN);
            case CHANGED_CLAIMS -> Optional.of(RequestDefect.CHANGED_CLAIMS_TOKEN);
            case EXPIRED -> Optional.of(RequestDefect.EXPIRED_TOKEN);
            case OTHER_AUDIENCE -> Optional.of(RequestDefect.TOKEN_FOR_OTHER_AUDIENCE);
            case DELEGATED -> Optional.of(RequestDefect.DELEGATED_TOKEN);
            case WITHOUT_SCOPE -> Optional.of(RequestDefect.DELEGATED_TOKEN_WITHOUT_SCOPE);
            case WITHOUT_ROLE -> Optional.of(RequestDefect.TOKEN_WITHOUT_ROLE);
            case NOT_YET_VALID, UNKNOWN_TENANT, NO_APPLICATION, UNKNOWN_APPLICATION -> Optional.empty();
        };
    }
}
