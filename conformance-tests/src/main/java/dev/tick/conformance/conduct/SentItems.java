package dev.tick.conformance.conduct;

import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The entities that a request submits, sound or not: a server that takes more than it should may create each of them. */
final class SentItems {
    private SentItems() {}

    /**
     * Returns all objects in a body that may be entities: itself, and those in its lists. A body that nobody can parse has none, unless
     * it is known what it said before it was broken.
     */
    static List<JsonNode> of(Request request) {
        return of(request.body());
    }

    /** Returns all objects in a body, itself and those in its lists. */
    static List<JsonNode> of(Body whole) {
        return whole.meant().stream()
                .flatMap(body -> Stream.concat(
                        Stream.of(body),
                        Stream.concat(body.valueStream(), body.valueStream().flatMap(JsonNode::valueStream))))
                .filter(JsonNode::isObject)
                .toList();
    }

    /** Returns the identity of an item, as text; empty where it has none that could name anything. */
    static Optional<String> identity(Resource resource, JsonNode item) {
        return Optional.of(item.path(resource.identity()))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(value -> value.asString())
                .filter(text -> !text.isBlank());
    }

    /** Returns the names in the lists of a body, and those that stand in place of a list. */
    static List<String> named(Body body) {
        return body.meant().stream()
                .flatMap(JsonNode::valueStream)
                .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
                .filter(value -> value.isString() || value.isNumber())
                .map(value -> value.asString())
                .toList();
    }
}
