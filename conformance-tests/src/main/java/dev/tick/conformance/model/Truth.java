package dev.tick.conformance.model;

/** A truth that may not be known. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    /** Returns the truth of a statement. */
    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /** Returns whether both hold. */
    Truth and(Truth other) {
        return this == FALSE || other == FALSE ? FALSE : this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }

    /** Returns whether one of both holds. */
    Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    /** Returns the opposite. */
    Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
