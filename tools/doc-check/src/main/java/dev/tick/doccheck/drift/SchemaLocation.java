package dev.tick.doccheck.drift;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.LocatedDocument;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * A location in the contract, with the path by which it was reached.
 *
 * @param through the pointer through references, by which rows name it
 * @param direct the pointer at which it is written
 */
record SchemaLocation(String through, String direct) {
    private static final String REFERENCE = "/$ref";

    static SchemaLocation of(String pointer) {
        return new SchemaLocation(pointer, pointer);
    }

    /** Returns the location of a pointer that leads through references. */
    static SchemaLocation reached(String through, Contract contract) {
        String direct = through;
        for (int step = direct.indexOf(REFERENCE); step >= 0; step = direct.indexOf(REFERENCE)) {
            String target = contract.source()
                    .root()
                    .at(direct.substring(0, step))
                    .path("$ref")
                    .asString("");
            direct = target.substring(Math.min(1, target.length())) + direct.substring(step + REFERENCE.length());
        }
        return new SchemaLocation(through, direct);
    }

    SchemaLocation below(String... names) {
        String end = "";
        for (String name : names) {
            end += "/" + LocatedDocument.segment(name);
        }
        return new SchemaLocation(through + end, direct + end);
    }

    /** Returns the location of the effective schema: behind references, and behind an {@code anyOf} with null. */
    SchemaLocation said(Contract contract) {
        JsonNode schema = contract.source().root().at(direct);
        String reference = schema.path("$ref").asString("");
        if (reference.startsWith("#/")) {
            return new SchemaLocation(through + REFERENCE, reference.substring(1)).said(contract);
        }
        JsonNode alternatives = schema.path("anyOf");
        List<Integer> said = IntStream.range(0, alternatives.size())
                .filter(i -> !alternatives.get(i).path("type").asString("").equals("null"))
                .boxed()
                .toList();
        return said.size() == 1 ? below("anyOf", String.valueOf(said.get(0))).said(contract) : this;
    }
}
