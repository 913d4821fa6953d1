package dev.tick.reference.firstthird;

/** A request that is answered with the family's error envelope. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    Refusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    static Refusal body(String message) {
        return new Refusal(400, "InvalidRequestBody", message);
    }

    static Refusal odata(String message) {
        return new Refusal(400, "ODataError", message);
    }

    static Refusal unauthorized(String message) {
        return new Refusal(401, "Unauthorized", message);
    }

    static Refusal forbidden(String message) {
        return new Refusal(403, "Forbidden", message);
    }

    static Refusal unknown(String value) {
        return new Refusal(404, "ResourceNotFound", "Ti Indicator " + value + " was not found.");
    }
}
