package dev.tick.reference.todayfourth;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One answer.
 *
 * @param status  the status
 * @param body    the body, null for none
 * @param headers what to send beside the usual headers
 */
record FourthReply(int status, byte[] body, Map<String, String> headers) {
    private static final String JSON = "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";

    static FourthReply json(JsonNode tree) {
        return new FourthReply(200, FourthJson.bytes(tree), Map.of("Content-Type", JSON, "OData-Version", "4.0"));
    }

    static FourthReply text(String text) {
        return new FourthReply(
                200,
                text.getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", "text/plain; charset=utf-8", "OData-Version", "4.0"));
    }

    static FourthReply nothing() {
        return new FourthReply(204, null, Map.of("OData-Version", "4.0"));
    }

    static FourthReply problem(FourthProblem problem) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.putObject("error")
                .put("code", problem.code)
                .put("message", problem.getMessage())
                .put("target", UUID.randomUUID().toString());
        Map<String, String> headers = new java.util.TreeMap<>(problem.headers);
        headers.put("Content-Type", "application/json; charset=utf-8");
        return new FourthReply(problem.status, FourthJson.bytes(envelope), headers);
    }
}
