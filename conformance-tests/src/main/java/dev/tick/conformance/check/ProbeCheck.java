package dev.tick.conformance.check;

import dev.tick.conformance.exchange.Exchange;
import dev.tick.conformance.exchange.Message;
import dev.tick.conformance.exchange.Response;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Check;
import dev.tick.spec.register.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Asserts nothing: sends an altered request and notes what the target does. */
final class ProbeCheck {
    private static final List<String> BODY = List.of("set", "append", "repeat", "rename", "fraction-digits", "offset");

    private ProbeCheck() {}

    static List<Case> probe(Requirement row, Check check, Session session) {
        Operation operation =
                session.contract().operation(check.text("operation").orElseThrow());
        return List.of(new Case(row, "probe", Phase.STATE, () -> {
            String example = example(session, operation, check.data());
            Exchange twin = session.sound(operation, example);
            if (!session.succeeded(operation, twin)) {
                return RefusalChecks.noTwin(twin);
            }
            Optional<String> defect = check.text("defect");
            Exchange exchange = defect.isPresent()
                    ? RefusalChecks.exchange(session, operation, NamedDefect.of(defect.get()))
                    : session.exchange("probe " + row.id(), () -> altered(session, operation, example, check.data()));
            return check.data().has("again")
                    ? again(row, check, session, exchange)
                    : Outcome.noted(seen(check, exchange), exchange);
        }));
    }

    /** The first example that has the properties which the probe alters. */
    private static String example(Session session, Operation operation, JsonNode data) {
        if (data.has("example")) {
            return data.path("example").asString();
        }
        List<String> names = List.of("append", "repeat", "rename").stream()
                .flatMap(key -> data.path(key).propertyNames().stream())
                .toList();
        return session.examples(operation).stream()
                .filter(example -> names.stream().allMatch(name -> session.sends(operation, example, name)))
                .findFirst()
                .orElse(session.examples(operation).get(0));
    }

    private static Message altered(Session session, Operation operation, String example, JsonNode data) {
        Message message = session.soundMessage(operation, example);
        if (message.body().isPresent() && BODY.stream().anyMatch(data::has)) {
            message = message.withBody(altered((ObjectNode) message.body().get().deepCopy(), data));
        }
        for (Map.Entry<String, JsonNode> header : data.path("headers").properties()) {
            message = message.with(header.getKey(), header.getValue().asString());
        }
        if (data.has("method")) {
            message = message.withMethod(data.path("method").asString());
        }
        if (data.has("path")) {
            message = message.to(data.path("path").asString());
        }
        return data.has("query")
                ? message.to(
                        message.path() + "?" + data.path("query").asString().replace(" ", "%20"))
                : message;
    }

    private static ObjectNode altered(ObjectNode body, JsonNode data) {
        data.path("set").properties().forEach(change -> body.set(change.getKey(), change.getValue()));
        for (Map.Entry<String, JsonNode> change : data.path("append").properties()) {
            body.put(
                    change.getKey(),
                    body.path(change.getKey()).asString("") + change.getValue().asString());
        }
        for (Map.Entry<String, JsonNode> change : data.path("repeat").properties()) {
            body.put(
                    change.getKey(),
                    body.path(change.getKey())
                            .asString("")
                            .repeat(change.getValue().asInt()));
        }
        for (Map.Entry<String, JsonNode> change : data.path("rename").properties()) {
            body.set(change.getValue().asString(), body.path(change.getKey()));
            body.remove(change.getKey());
        }
        return Timestamps.altered(body, data);
    }

    private static Outcome again(Requirement row, Check check, Session session, Exchange first) {
        Exchange second = session.exchange("again " + row.id(), () -> {
            ObjectNode body = session.body(first).deepCopy();
            check.data().path("again").properties().forEach(change -> body.set(change.getKey(), change.getValue()));
            return first.message().withBody(body);
        });
        return Outcome.noted("first " + seen(check, first) + "; then " + seen(check, second), first, second);
    }

    private static String seen(Check check, Exchange exchange) {
        if (exchange.response().isEmpty()) {
            return exchange.failure();
        }
        Response response = exchange.response().get();
        String code = response.json().at("/error/code").asString("");
        String observed = check.text("observe")
                .map(what -> ", " + what + ": " + observed(response, what))
                .orElse("");
        return "answered " + response.status() + (code.isEmpty() ? "" : " " + code) + observed;
    }

    private static String observed(Response response, String what) {
        if (!what.startsWith("/")) {
            return response.header(what).orElse("absent");
        }
        JsonNode value =
                response.json().isContainer() ? response.json().at(what) : JsonNodeFactory.instance.missingNode();
        return value.isMissingNode() ? "absent" : value.toString();
    }
}
