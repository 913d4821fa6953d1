package dev.tick.stub.command;

import dev.tick.spec.contract.Contract;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The names of the properties that a schema knows, and of those that it requires.
 *
 * @param known all of them
 * @param required those that must be there
 */
record BodyShape(Set<String> known, Set<String> required) {
    /** A property that a schema does not know, or misses, counts against it; one that it knows counts more. */
    private static final int WEIGHT = 2;

    /** Copies the sets. */
    BodyShape {
        known = Set.copyOf(known);
        required = Set.copyOf(required);
    }

    /** Reads a schema at a pointer, through its references and the branches of its {@code allOf}. */
    static BodyShape of(Contract contract, String schema) {
        Set<String> known = new LinkedHashSet<>();
        Set<String> required = new LinkedHashSet<>();
        gather(contract, schema, new HashSet<>(), known, required);
        return new BodyShape(known, required);
    }

    private static void gather(
            Contract contract, String schema, Set<String> seen, Set<String> known, Set<String> required) {
        JsonNode here = contract.at(schema);
        if (!seen.add(schema) || here.isMissingNode()) {
            return;
        }
        if (here.has("$ref")) {
            gather(contract, schema + "/$ref", seen, known, required);
        }
        known.addAll(here.path("properties").propertyNames());
        here.path("required").forEach(name -> required.add(name.asString()));
        for (int i = 0; i < here.path("allOf").size(); i++) {
            gather(contract, schema + "/allOf/" + i, seen, known, required);
        }
    }

    /** Returns how many of these properties it knows. */
    long knows(JsonNode body) {
        return body.propertyNames().stream().filter(known::contains).count();
    }

    /** Returns how well a body fits: the higher, the better; only the names of its properties count. */
    long fit(JsonNode body) {
        long unknown = body.size() - knows(body);
        long missing = required.stream().filter(name -> !body.has(name)).count();
        return WEIGHT * (knows(body) - unknown) - missing;
    }
}
