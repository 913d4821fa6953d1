package dev.tick.spec.check;

import dev.tick.spec.http.Request;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** One thing that is changed in a request: a value that can be made in a request, and recognised in one. */
public sealed interface Edit permits BodyEdit, HeaderEdit, TargetEdit {
    /**
     * Returns a request with this edit.
     *
     * @param tokens gives the token that the edit asks for
     */
    Request apply(Request request, Function<AlternateToken, String> tokens);

    /** Returns whether a request has it. */
    boolean matches(Request request);

    /** Writes it as the register does. */
    void describe(ObjectNode words);
}
