package dev.tick.reference.todaythird;

import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON in and out. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The object that a request carries. */
    static JsonNode object(byte[] body) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(body);
        } catch (JacksonException broken) {
            throw Problem.body("Request body is not valid JSON.");
        }
        if (tree == null || !tree.isObject()) {
            throw Problem.body("Request body must be a JSON object.");
        }
        return tree;
    }

    /** Any tree, or null when there is none (tokens). */
    static JsonNode treeOrNull(byte[] text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException broken) {
            return null;
        }
    }

    static byte[] bytes(Object tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Whether every surrogate has its partner. */
    static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }

    static ObjectNode envelope(Problem problem) {
        ObjectNode outer = object();
        outer.putObject("error")
                .put("code", problem.code())
                .put("message", problem.getMessage().replaceAll("[\\x{D800}-\\x{DFFF}]", "?"))
                .put("target", UUID.randomUUID().toString());
        return outer;
    }
}
