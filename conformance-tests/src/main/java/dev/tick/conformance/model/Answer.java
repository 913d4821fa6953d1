package dev.tick.conformance.model;

import dev.tick.spec.http.Exchange;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A response, with what was read of it.
 *
 * @param exchange the request and the response
 * @param firstPage the entities of a list's first page; none where it is no list
 * @param entities the entities of all of its pages
 */
public record Answer(Exchange exchange, List<JsonNode> firstPage, List<JsonNode> entities) {
    /** Copies the lists. */
    public Answer {
        firstPage = List.copyOf(firstPage);
        entities = List.copyOf(entities);
    }

    /** Returns a response that is no list. */
    public static Answer of(Exchange exchange) {
        return new Answer(exchange, List.of(), List.of());
    }

    /** Returns the status; 0 where no response came. */
    int status() {
        return exchange.response().map(response -> response.status()).orElse(0);
    }

    /** Returns the response as JSON; missing where there is none. */
    JsonNode json() {
        return exchange.response().map(response -> response.json()).orElse(JsonNodeFactory.instance.missingNode());
    }
}
