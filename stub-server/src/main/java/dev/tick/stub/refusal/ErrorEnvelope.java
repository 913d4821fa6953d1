package dev.tick.stub.refusal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The family's error envelope. */
public final class ErrorEnvelope {
    private ErrorEnvelope() {}

    /** An error in its envelope. */
    public static ObjectNode of(JsonNode code, JsonNode message, JsonNode target) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        ObjectNode error = envelope.putObject("error");
        error.set("code", code);
        error.set("message", message);
        error.set("target", target);
        return envelope;
    }
}
