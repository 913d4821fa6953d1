package dev.tick.spec.contract;

import dev.tick.spec.document.FieldType;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A value that the server sets ({@code x-tick-server-value}). */
public enum ServerValue {
    /** The number under which it keeps the entity, as a decimal text. */
    NUMBER,
    /** The instant of the creation, in UTC. */
    TIME,
    /** Who created it: the id of the calling application, or the name of the user. */
    CALLER,
    /** The kind of the creator: the first of the property's examples for an application, the second for a user. */
    CALLER_KIND,
    /** The instant of the last update, in UTC. */
    UPDATE_TIME,
    /** Who updated it last; null before the first update. */
    UPDATER,
    /** The URL of the OData metadata. */
    CONTEXT;

    static final String KEY = "x-tick-server-value";

    /** Returns the value that the server sets for a property of this schema; empty when it sets none. */
    public static Optional<ServerValue> of(JsonNode schema) {
        String word = schema.path(KEY).asString("");
        return Arrays.stream(values())
                .filter(one -> FieldType.spelled(one).equals(word))
                .findFirst();
    }
}
