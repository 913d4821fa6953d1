package dev.tick.conformance.check;

import dev.tick.spec.http.Request;
import dev.tick.conformance.target.TokenKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a row asks to be changed in a sound request.
 *
 * @param data what the row says of the request alone
 */
record Alteration(JsonNode data) {
    private static final List<String> BODY = List.of("set", "append", "repeat", "rename", "fraction-digits", "offset");
    private static final List<String> MESSAGE = List.of("headers", "method", "path", "query", "as", "scheme");

    /** Of what a row says of its check. */
    static Alteration of(JsonNode check) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (List<String> keys : List.of(BODY, MESSAGE)) {
            keys.stream().filter(check::has).forEach(key -> data.set(key, check.path(key)));
        }
        return new Alteration(data);
    }

    /** Whether the request stays as it is. */
    boolean isNone() {
        return data.isEmpty();
    }

    /** The properties that must be in the request for it to be altered. */
    List<String> needs() {
        return List.of("append", "repeat", "rename").stream()
                .flatMap(key -> data.path(key).propertyNames().stream())
                .toList();
    }

    /** The token that it needs besides the sound one. */
    Optional<TokenKind> token() {
        return Optional.of(data.path("as").asString(""))
                .filter(name -> !name.isEmpty())
                .map(name -> Arrays.stream(TokenKind.values())
                        .filter(kind -> kind.name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                                .equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("as: unknown token '" + name + "'")));
    }

    /** The altered message; the token that it needs must be at hand. */
    Request in(Request sound, Map<TokenKind, String> tokens) {
        Request message = sound;
        if (message.body().meant().isPresent() && BODY.stream().anyMatch(data::has)) {
            message = message.withBody(altered((ObjectNode) message.body().meant().get().deepCopy()));
        }
        for (Map.Entry<String, JsonNode> header : data.path("headers").properties()) {
            message = message.with(header.getKey(), header.getValue().asString());
        }
        if (token().isPresent()) {
            message = message.with("Authorization", "Bearer " + tokens.get(token().get()));
        }
        if (data.has("scheme")) {
            String token = message.authorization().orElse("").replaceFirst("^\\S+", "");
            message = message.with("Authorization", data.path("scheme").asString() + token);
        }
        if (data.has("method")) {
            message = message.withMethod(data.path("method").asString());
        }
        if (data.has("path")) {
            message = message.to(data.path("path").asString());
        }
        return data.has("query")
                ? message.to(
                        message.url() + "?" + data.path("query").asString().replace(" ", "%20"))
                : message;
    }

    private ObjectNode altered(ObjectNode body) {
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

    @Override
    public String toString() {
        return data.toString();
    }
}
