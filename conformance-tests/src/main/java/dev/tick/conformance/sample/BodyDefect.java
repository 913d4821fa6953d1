package dev.tick.conformance.sample;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * A defect that breaks exactly one constraint.
 *
 * @param name what is broken and how, such as {@code title=5}, with the first of the examples
 * @param examples those in which it breaks nothing else; a target must take one of them to be asked about the defect
 * @param maker makes a body with the defect from an example, another one each time
 */
public record BodyDefect(String name, List<String> examples, Function<String, ObjectNode> maker) {
    /** Copies the examples. */
    public BodyDefect {
        examples = List.copyOf(examples);
    }

    /** Returns a body with the defect, made from one of the examples. */
    public ObjectNode body(String example) {
        return maker.apply(example);
    }
}
