package dev.tick.reference.todaythird;

import java.util.Map;

/** One answer: a null body stands for none. */
record Reply(int status, byte[] body, String contentType, Map<String, String> headers) {
    private static final String JSON = "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";

    static Reply json(Object tree) {
        return new Reply(200, Json.bytes(tree), JSON, Map.of("OData-Version", "4.0"));
    }

    static Reply text(String text) {
        return new Reply(
                200,
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "text/plain; charset=utf-8",
                Map.of("OData-Version", "4.0"));
    }

    static Reply empty(int status, Map<String, String> headers) {
        return new Reply(status, null, null, headers);
    }

    static Reply problem(Problem problem) {
        return new Reply(
                problem.status(),
                Json.bytes(Json.envelope(problem)),
                "application/json; charset=utf-8",
                problem.headers());
    }
}
