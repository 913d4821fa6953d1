package dev.tick.conformance.sample;

import tools.jackson.databind.JsonNode;

/**
 * A sound value of a property.
 *
 * @param kind what it is like
 * @param value the value; an identity is drawn for one use
 */
public record SoundValue(SampleKind kind, JsonNode value) {
    /** Returns a name that is the same in every run: the kind, and one of several listed values. */
    public String name() {
        return kind == SampleKind.LISTED ? kind.words() + ", " + value.asString("") : kind.words();
    }
}
