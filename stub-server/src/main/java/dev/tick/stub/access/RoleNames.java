package dev.tick.stub.access;

import dev.tick.spec.text.NearestWord;
import java.util.List;
import java.util.Optional;

/** Names of roles that applications hold. */
public final class RoleNames {
    private RoleNames() {}

    /** Returns what is wrong with a role that looks like a slip for one of these; empty for one of them, or one like none. */
    public static Optional<String> slip(String role, List<String> known) {
        return Optional.of(role)
                .filter(one -> !known.contains(one))
                .flatMap(one -> NearestWord.of(one, known))
                .map(near -> "'" + role + "' looks like a slip for '" + near + "'");
    }
}
