package dev.tick.stub.wiremock;

/**
 * A reason to refuse a request before anybody answers it.
 *
 * @param status from 400 to 499, or 500 where the stub itself failed
 * @param reason a sentence for people
 */
record RequestFlaw(int status, String reason) {
    private static final int INTERNAL_ERROR = 500;

    static RequestFlaw bad(String reason) {
        return new RequestFlaw(400, reason);
    }

    static RequestFlaw ours(Throwable failure) {
        return new RequestFlaw(INTERNAL_ERROR, "The stub failed: " + failure + ".");
    }

    /** Returns whether the stub failed, and not the client. */
    boolean isOurs() {
        return status == INTERNAL_ERROR;
    }
}
