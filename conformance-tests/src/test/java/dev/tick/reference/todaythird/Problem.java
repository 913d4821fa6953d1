package dev.tick.reference.todaythird;

import java.util.Map;

/** A request that is not served: status, code and message of the error envelope. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    Problem(int status, String code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = Map.copyOf(headers);
    }

    Problem(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    static Problem missing(String name) {
        return new Problem(400, "MissingRequiredParameter", "Parameter " + name + " is missing.");
    }

    static Problem body(String message) {
        return new Problem(400, "InvalidRequestBody", message);
    }

    static Problem input(String message) {
        return new Problem(400, "InvalidInput", message);
    }

    static Problem odata(String message) {
        return new Problem(400, "ODataError", message);
    }

    static Problem notFound(String id) {
        return new Problem(404, "ResourceNotFound", "Indicator " + id + " was not found.");
    }

    static Problem batch(int received, int allowed) {
        return new Problem(
                400,
                "MaximumBatchSizeExceeded",
                "Maximum batch size exceeded. Received: " + received + ", allowed: " + allowed + ".");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }
}
