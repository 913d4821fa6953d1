package dev.tick.reference.todayfourth;

import java.util.Map;

/** A request that is refused, with the words of the error envelope. */
final class FourthProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int status;
    final String code;
    final transient Map<String, String> headers;

    FourthProblem(int status, String code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    FourthProblem(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    static FourthProblem bad(String code, String message) {
        return new FourthProblem(400, code, message);
    }

    static FourthProblem missing(String parameter) {
        return bad("MissingRequiredParameter", "Parameter " + parameter + " is missing.");
    }

    static FourthProblem query(String message) {
        return bad("ODataError", message);
    }
}
