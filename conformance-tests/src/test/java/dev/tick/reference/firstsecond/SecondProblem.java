package dev.tick.reference.firstsecond;

/** A request that is answered with an error: status, code word and message. */
final class SecondProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    SecondProblem(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static SecondProblem body(String message) {
        return new SecondProblem(400, "InvalidRequestBody", message);
    }

    static SecondProblem query(String message) {
        return new SecondProblem(400, "ODataError", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
