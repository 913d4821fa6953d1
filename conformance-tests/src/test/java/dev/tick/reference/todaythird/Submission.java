package dev.tick.reference.todaythird;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a caller submitted, read and of the right JSON types; {@code given} names the properties that were sent. */
record Submission(
        String value,
        String type,
        String action,
        String title,
        String description,
        String application,
        Instant expiration,
        String severity,
        String recommendedActions,
        List<String> groups,
        String educateUrl,
        Boolean generateAlert,
        String externalId,
        Set<String> given) {

    boolean has(String property) {
        return given.contains(property);
    }
}
