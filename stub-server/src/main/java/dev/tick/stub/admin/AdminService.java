package dev.tick.stub.admin;

import dev.tick.spec.validation.Json;
import dev.tick.spec.validation.NotJsonException;
import dev.tick.stub.http.Call;
import dev.tick.stub.http.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lets admin calls in and answers them; none is kept in the journal. */
public final class AdminService {
    /** All admin calls begin so. */
    public static final String PREFIX = "/tick/";

    /** The header with the admin key. */
    public static final String KEY_HEADER = "X-Tick-Key";

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Optional<String> key;
    private final AdminCalls calls;

    /**
     * Answers these calls.
     *
     * @param key what each call must carry; empty for a stub that this machine alone can reach
     */
    public AdminService(Optional<String> key, AdminCalls calls) {
        this.key = key;
        this.calls = calls;
    }

    /** Answers a call. */
    public Reply answer(Call call) {
        try {
            letIn(call);
            AdminCalls.Handler handler = calls.find(call.method(), call.path());
            return handler.answer(call, body(call));
        } catch (AdminException e) {
            return refused(e);
        }
    }

    /**
     * A page of another site in a browser on this machine could call 127.0.0.1 by a name of its own (DNS rebinding), or send a
     * form; so a stub without a key answers to its own names alone, and a body must be declared as JSON, which no form can.
     */
    private void letIn(Call call) throws AdminException {
        if (key.isPresent()) {
            String given = call.header(KEY_HEADER).orElse("");
            if (!MessageDigest.isEqual(
                    key.get().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
                throw new AdminException(
                        401, "Unauthorized", "The header " + KEY_HEADER + " must hold the admin key of this stub.");
            }
        } else if (!OWN_NAMES.contains(String.valueOf(URI.create(call.origin()).getHost()))) {
            throw new AdminException(
                    403,
                    "Forbidden",
                    "The admin calls of this stub are for " + OWN_NAMES + ", got " + call.origin()
                            + "; start it with an admin key to use another name.");
        }
    }

    private static JsonNode body(Call call) throws AdminException {
        if (!call.method().equals("POST") && !call.method().equals("PUT")) {
            return JsonNodeFactory.instance.objectNode();
        }
        String type = call.contentType().orElse("").split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json")) {
            throw new AdminException(
                    415, "UnsupportedMediaType", "Content-Type: expected application/json, got '" + type + "'.");
        }
        try {
            JsonNode body = call.body().length == 0 ? JsonNodeFactory.instance.objectNode() : Json.read(call.body());
            if (body.isObject()) {
                return body;
            }
        } catch (NotJsonException e) {
            throw new AdminException(400, "BadRequest", "The body is no JSON: " + e.getMessage());
        }
        throw new AdminException(400, "BadRequest", "The body must be a JSON object.");
    }

    private static Reply refused(AdminException refusal) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.putObject("error").put("code", refusal.code()).put("message", String.valueOf(refusal.getMessage()));
        return Reply.json(refusal.status(), envelope);
    }

    static Reply nothing() {
        return new Reply(204, Map.of(), new byte[0]);
    }
}
