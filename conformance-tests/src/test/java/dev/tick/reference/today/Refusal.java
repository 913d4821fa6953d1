package dev.tick.reference.today;

/** Why a request is answered with an error; the code is one of the family's. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    Refusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Refusal missing(String parameter) {
        return new Refusal(400, "MissingRequiredParameter", "Parameter " + parameter + " is missing.");
    }

    static Refusal body(String message) {
        return new Refusal(400, "InvalidRequestBody", message);
    }

    static Refusal query(String message) {
        return new Refusal(400, "ODataError", message);
    }

    static Refusal bad(String message) {
        return new Refusal(400, "BadRequest", message);
    }

    static Refusal notFound(String what) {
        return new Refusal(404, "ResourceNotFound", "Resource " + what + " was not found.");
    }

    static Refusal forbidden(String message) {
        return new Refusal(403, "Forbidden", message);
    }

    static Refusal unauthorized(String message) {
        return new Refusal(401, "Unauthorized", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
