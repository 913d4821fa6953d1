package dev.tick.stub.wiremock;

/**
 * A reason to refuse a request before anybody answers it.
 *
 * @param status from 400 to 499
 * @param reason a sentence for people
 */
record RequestFlaw(int status, String reason) {
    static RequestFlaw bad(String reason) {
        return new RequestFlaw(400, reason);
    }
}
