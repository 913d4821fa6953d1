package dev.tick.reference.todayfourth;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes JSON. */
final class FourthJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FourthJson() {}

    static byte[] bytes(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    static JsonNode read(byte[] text) {
        return MAPPER.readTree(text);
    }

    /** The body as a JSON object, or a refusal. */
    static ObjectNode object(byte[] body) {
        JsonNode tree;
        try {
            tree = body.length == 0 ? null : read(body);
        } catch (JacksonException unreadable) {
            throw FourthProblem.bad("InvalidRequestBody", "Request body is not valid JSON.");
        }
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw FourthProblem.bad("InvalidRequestBody", "Request body is incorrect: a JSON object is expected.");
    }
}
