package dev.tick.conformance.model;

/**
 * A sender of requests.
 *
 * @param name in words, for people
 * @param kind on whose behalf it asks
 * @param reach whose entities it reaches
 */
public record Principal(String name, Kind kind, Visibility reach) {
    /** The kinds of callers. */
    public enum Kind {
        /** The application under test. */
        SOUND,
        /** Another application of the tenant. */
        OTHER,
        /** An application with the tenant-wide role. */
        TENANT_WIDE,
        /** A signed-in user. */
        USER
    }

    /** Returns whether an entity of somebody else, or of its own, is to be shown to it. */
    Truth sees(Principal owner) {
        if (equals(owner)) {
            return Truth.TRUE;
        }
        // No page says whether a user stands for the application by which it signed in.
        if (kind == Kind.USER || (owner.kind == Kind.USER && reach != Visibility.ALL)) {
            return Truth.UNKNOWN;
        }
        return switch (reach) {
            case OWN -> Truth.FALSE;
            case ALL -> Truth.TRUE;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }
}
