package dev.tick.conformance.report;

import dev.tick.conformance.evidence.Body;
import dev.tick.conformance.evidence.Evidence;
import dev.tick.conformance.evidence.Header;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An entry of {@code exchanges} in {@code results.json}. */
final class ExchangeJson {
    private ExchangeJson() {}

    static void add(ObjectNode node, Evidence exchange) {
        node.put("number", exchange.number());
        ObjectNode request = node.putObject("request");
        request.put("method", exchange.request().method());
        request.put("path", exchange.request().path());
        add(request, exchange.request().headers(), exchange.request().body());
        exchange.answer().ifPresent(answer -> {
            ObjectNode response = node.putObject("response");
            response.put("status", answer.status());
            response.put("reason", answer.reason());
            add(response, answer.headers(), answer.body());
        });
        if (exchange.answer().isEmpty()) {
            node.put("failure", exchange.failure());
        }
    }

    private static void add(ObjectNode message, List<Header> headers, Optional<Body> body) {
        ArrayNode array = message.putArray("headers");
        headers.forEach(header -> array.addObject().put("name", header.name()).put("value", header.value()));
        body.ifPresent(shown -> {
            message.put("body", shown.text());
            if (shown.omitted() > 0) {
                message.put("omitted", shown.omitted());
            }
        });
    }
}
