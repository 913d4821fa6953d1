package dev.tick.reference.firstthird;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes answers. */
final class Answer {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ODATA = "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";
    private final HttpExchange exchange;
    private final String root;
    private final FirstThirdFault fault;

    Answer(HttpExchange exchange, String root, FirstThirdFault fault) {
        this.exchange = exchange;
        this.root = root;
        this.fault = fault;
    }

    void entity(int status, Entry entry) throws IOException {
        ObjectNode node = JSON.createObjectNode().put("@odata.context", root + "/$metadata#TiIndicators/$entity");
        fill(node, entry, Schema.PROPERTIES);
        odata(status, node);
    }

    void page(Listing.Page page, boolean count, List<String> properties) throws IOException {
        ObjectNode node = JSON.createObjectNode().put("@odata.context", root + "/$metadata#TiIndicators");
        if (count) {
            node.put("@odata.count", page.total());
        }
        ArrayNode rows = node.putArray("value");
        page.rows().forEach(entry -> fill(rows.addObject(), entry, properties));
        if (page.next() != null) {
            node.put("@odata.nextLink", root + "/tiindicators" + page.next());
        }
        odata(200, node);
    }

    private void fill(ObjectNode node, Entry entry, List<String> properties) {
        for (String name : properties) {
            Object value = fault == FirstThirdFault.IPV6_RECASED
                            && name.equals("indicator")
                            && entry.type().equals("IpAddress")
                    ? entry.indicator().toLowerCase(Locale.ROOT)
                    : entry.property(name);
            node.put(name, value instanceof Instant moment ? Times.print(moment) : (String) value);
        }
    }

    void error(int status, String code, String message) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        node.putObject("error")
                .put("code", code)
                .put("message", message)
                .put("target", UUID.randomUUID().toString());
        send(status, "application/json; charset=utf-8", JSON.writeValueAsString(node));
    }

    private void odata(int status, ObjectNode node) throws IOException {
        exchange.getResponseHeaders().set("OData-Version", "4.0");
        send(status, ODATA, JSON.writeValueAsString(node));
    }

    void text(String text) throws IOException {
        send(200, "text/plain; charset=utf-8", text);
    }

    void empty(int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    private void send(int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
