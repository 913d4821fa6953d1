package dev.tick.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A recording in the making, for tests; each call comes ten seconds after the one before, and takes 40 ms. */
public final class HarText {
    /** Says that its application holds a role of today's edition; nobody signed it. */
    public static final String TOKEN = token("{\"roles\":[\"Ti.ReadWrite\"],\"appid\":\"a\"}");

    private static final String HOST = "https://api.service.example";

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ArrayNode entries =
            root.putObject("log").put("version", "1.2").putArray("entries");
    private String authorization = "Bearer " + TOKEN;

    public static String token(String claims) {
        return base64("{\"alg\":\"RS256\"}") + "." + base64(claims) + ".c2lnbmF0dXJl";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends this header from now on; none for an empty text. */
    public HarText authorized(String value) {
        authorization = value;
        return this;
    }

    public HarText get(String path, int status, String answer) {
        return call("GET", path, "", status, answer);
    }

    public HarText post(String path, String body, int status) {
        return call("POST", path, body, status, "{}");
    }

    public HarText token() {
        return call("POST", "/tenant/oauth2/token", "client_id=c&client_secret=verysecret", 200, "{}");
    }

    public HarText call(String method, String path, String body, int status, String answer) {
        return entry(entry -> {
            ObjectNode request =
                    entry.putObject("request").put("method", method).put("url", HOST + path);
            ArrayNode headers = request.putArray("headers");
            headers.addObject().put("name", "Accept").put("value", "*/*");
            if (!authorization.isEmpty()) {
                headers.addObject().put("name", "authorization").put("value", authorization);
            }
            request.put("bodySize", body.getBytes(StandardCharsets.UTF_8).length);
            if (!body.isEmpty()) {
                headers.addObject().put("name", "content-type").put("value", "application/json");
                request.putObject("postData")
                        .put("mimeType", "application/json")
                        .put("text", body);
            }
            ObjectNode response = entry.putObject("response").put("status", status);
            response.putArray("headers");
            response.putObject("content")
                    .put("size", answer.getBytes(StandardCharsets.UTF_8).length)
                    .put("text", answer);
        });
    }

    /** Adds an entry that has a time alone. */
    public HarText entry(Consumer<ObjectNode> filling) {
        int seconds = entries.size() * 10;
        ObjectNode entry = entries.addObject()
                .put("startedDateTime", "2026-01-02T03:%02d:%02d.000Z".formatted(seconds / 60, seconds % 60))
                .put("time", 40);
        filling.accept(entry);
        return this;
    }

    /** Changes the latest entry. */
    public HarText but(Consumer<ObjectNode> change) {
        change.accept((ObjectNode) entries.get(entries.size() - 1));
        return this;
    }

    /** Gives the latest answer a header. */
    public HarText answering(String header, String value) {
        return but(entry -> ((ArrayNode) entry.path("response").path("headers"))
                .addObject()
                .put("name", header)
                .put("value", value));
    }

    public HarText at(String time) {
        return but(entry -> entry.put("startedDateTime", time));
    }

    public String json() {
        return JsonMapper.shared().writeValueAsString(root);
    }
}
