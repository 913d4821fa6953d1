package dev.tick.conformance.conduct;

import dev.tick.spec.http.Request;

/** Thrown in place of a request with data that is not reserved for documentation or tests: a bug of the kit, which nobody may feel. */
public final class UnreservedDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreservedDataException(Request request, String objection) {
        super("the kit was about to send what may be somebody's: " + request.method() + " " + request.url() + ": "
                + objection + "; it was not sent; please report this");
    }
}
