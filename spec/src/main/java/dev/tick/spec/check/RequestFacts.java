package dev.tick.spec.check;

import dev.tick.spec.http.Request;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Everything that a change may ask about a request to tell whether the request carries it. */
public interface RequestFacts {
    /** Returns the request. */
    Request request();

    /** Returns whether a sound server would perform it. */
    boolean isSound();

    /** Returns what is wrong with its token; empty for a sound token, and for a defect that no register has a word for. */
    Optional<RequestDefect> tokenDefect();

    /** Returns JSON pointers to the constraints of the contract that the request breaks. */
    List<String> brokenConstraints();

    /** Returns the entity of its identity, as the caller sees it before the request; empty when there is none. */
    Optional<JsonNode> before();
}
