package dev.tick.reference.today;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the JSON object that a request carries; depth is bounded by the parser. */
final class JsonBody {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    static ObjectNode read(Request request) throws Refusal {
        demandJson(request.contentTypes());
        try {
            JsonNode body = JSON.readTree(text(request.body()));
            if (body instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            throw Refusal.body("Request body is incorrect: " + malformed.getOriginalMessage());
        }
        throw Refusal.body("Request body is incorrect: a JSON object is expected.");
    }

    private static void demandJson(List<String> contentTypes) throws Refusal {
        boolean json = contentTypes.size() == 1
                && contentTypes
                        .get(0)
                        .split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals("application/json");
        if (!json) {
            throw new Refusal(415, "UnsupportedMediaType", "Content-Type must be application/json.");
        }
    }

    /** Without a leading byte order mark, which some clients' libraries write. */
    private static String text(byte[] body) throws Refusal {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw Refusal.body("Request body is not UTF-8.");
        }
    }
}
