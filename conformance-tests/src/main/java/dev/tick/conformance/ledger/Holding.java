package dev.tick.conformance.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An entity that a run created, or may have created.
 *
 * @param caller the kind of the token that it was submitted with
 * @param identity what was submitted
 * @param address the path parameter that the target's answer gave it; empty where none came
 * @param likelihood how sure it is that it was created
 * @param end when it expires by itself; empty where it never does
 */
public record Holding(
        String caller, String identity, Optional<String> address, Likelihood likelihood, Optional<Instant> end) {
    /** Returns the form by which two writings of one name compare: servers trim names, and change the case of their letters. */
    public static String folded(String identity) {
        return identity.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns whether this is another writing of its name. */
    public boolean isNamed(String other) {
        return folded(identity).equals(folded(other));
    }

    /** The likelihood that a submit took effect. */
    public enum Likelihood {
        /** The target said so. */
        MADE,
        /** No answer came, or one that does not say. */
        UNSURE,
        /** The target declined the request. */
        DECLINED
    }
}
