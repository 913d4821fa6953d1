package dev.tick.stub.fault;

import dev.tick.spec.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Recognises in a request what the register's words for probes describe. */
final class Peculiarity {
    private Peculiarity() {}

    /** Whether a request has everything that the words ask for. */
    static boolean in(Situation situation, JsonNode words) {
        Request request = situation.request();
        JsonNode body = request.body().json();
        return words.properties().stream().allMatch(word -> {
            JsonNode value = word.getValue();
            return switch (word.getKey()) {
                case "set" -> has(body, value);
                case "again" -> situation.before().isPresent() && has(body, value) && differs(situation, body, value);
                case "append" ->
                    all(value, (name, text) -> body.path(name).asString("").endsWith(text.asString()));
                case "repeat" ->
                    all(value, (name, times) -> body.path(name).asString("").length() > 4 * times.asInt());
                case "rename" -> all(value, (name, other) -> body.has(other.asString()));
                case "fraction-digits" -> body.toString().matches(".*:\\d\\d\\.\\d{" + value.asInt() + "}[Z+].*");
                case "offset" -> body.toString().contains(value.asString() + "\"");
                case "query" -> request.url().endsWith("?" + value.asString().replace(" ", "%20"));
                case "path" -> request.path().equals(value.asString());
                case "method" -> request.method().equals(value.asString());
                case "scheme" ->
                    request.authorization()
                            .filter(text -> text.startsWith(value.asString() + " "))
                            .isPresent();
                case "as" -> value.asString("").equals("delegated") && isOfUser(request);
                case "headers" ->
                    all(
                            value,
                            (name, text) -> request.header(name)
                                    .filter(sent -> spaceless(sent).equals(spaceless(text.asString())))
                                    .isPresent());
                default -> false;
            };
        });
    }

    /** A token of a signed-in user names scopes; its signature was looked at before. */
    private static boolean isOfUser(Request request) {
        String[] parts = request.authorization().orElse("").split("\\.", -1);
        try {
            return parts.length == 3
                    && new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).contains("\"scp\"");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** One property of a word. */
    private interface Asked {
        boolean of(String name, JsonNode value);
    }

    private static boolean all(JsonNode value, Asked asked) {
        return value.properties().stream().allMatch(one -> asked.of(one.getKey(), one.getValue()));
    }

    /** The web server writes known content types in its own way. */
    private static String spaceless(String text) {
        return text.replace(" ", "");
    }

    private static boolean has(JsonNode body, JsonNode values) {
        return all(values, (name, value) -> value.equals(body.path(name)));
    }

    /** The same submit twice changes nothing; any other second submit changes what the word names. */
    private static boolean differs(Situation situation, JsonNode body, JsonNode values) {
        JsonNode before = situation.before().orElseThrow();
        return values.isEmpty()
                ? body.properties().stream()
                        .allMatch((Map.Entry<String, JsonNode> one) ->
                                before.path(one.getKey()).equals(one.getValue()))
                : !has(before, values);
    }
}
