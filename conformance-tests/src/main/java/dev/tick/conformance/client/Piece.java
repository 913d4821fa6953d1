package dev.tick.conformance.client;

import dev.tick.spec.client.WorkVerb;
import dev.tick.spec.document.FieldType;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A piece of work.
 *
 * @param id counts the pieces of a scenario, from 1
 * @param verb what to do
 * @param values the identities of what it is about; none for a list
 * @param body to send; missing for work without one
 */
public record Piece(int id, WorkVerb verb, List<String> values, JsonNode body) {
    /** Copies the values. */
    public Piece {
        values = List.copyOf(values);
    }

    /** Returns the piece in words, such as {@code submit of 192.0.2.10}. */
    public String words() {
        String verbWord = FieldType.spelled(verb);
        return values.isEmpty()
                ? verbWord
                : verbWord + " of " + values.get(0)
                        + (values.size() > 1 ? " and " + (values.size() - 1) + " more" : "");
    }
}
