package dev.tick.conformance.model;

import dev.tick.spec.contract.Effect;
import java.util.Optional;

/**
 * A statement about the service that a response can honour or break.
 *
 * @param kind what is stated
 * @param effect the effect of the operation that it is about
 * @param subject the property, or the place in the contract's schema, that it is about; empty for none
 */
public record Claim(Kind kind, Effect effect, Optional<String> subject) {
    /** The kinds of statements. */
    public enum Kind {
        /** A sound request without a query is never answered with 5xx, nor left without a response. */
        NO_SERVER_ERROR,
        /** A list with a query, which pages may leave open, is never answered with 5xx, nor left without a response. */
        NO_SERVER_ERROR_TO_QUERY,
        SUCCESS,
        /** The response conforms to the contract's schema. */
        ANSWER,
        ECHO,
        SERVER_VALUE,
        SERVER_VALUE_PER_CALLER,
        SERVER_VALUE_STABLE,
        UPDATES,
        RESUBMIT_KEEPS,
        CHANGES,
        CHANGE_KEEPS,
        LISTED,
        LISTED_ONCE,
        LISTED_AS_SUBMITTED,
        LISTED_AS_CHANGED,
        NOT_LISTED_FOR_OTHERS,
        LISTED_FOR_TENANT_WIDE_ROLE,
        FILTERED,
        LIMITED,
        SKIPPED,
        REMOVED,
        NOT_REMOVED_BY_OTHERS,
        ABSENT,
        IMPORTED,
        IMPORTED_AGAIN,
        /** A tenant-wide role is served. */
        TENANT_WIDE_SERVED,
        /** A signed-in user is served. */
        USER_SERVED,
        /** Nobody decides it; it is told. */
        NOTE
    }

    /** Returns a statement about an operation. */
    public static Claim of(Kind kind, Effect effect) {
        return new Claim(kind, effect, Optional.empty());
    }

    /** Returns a statement about a property. */
    public static Claim of(Kind kind, Effect effect, String subject) {
        return new Claim(kind, effect, Optional.of(subject));
    }
}
