package dev.tick.stub.authority;

import com.nimbusds.oauth2.sdk.ErrorObject;

/** A token request is refused, in the words of RFC 6749, section 5.2. */
final class OAuthError extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ErrorObject error;
    private final int number;

    /**
     * Refuses.
     *
     * @param error the specification's error, with its status
     * @param number the vendor's number for it ({@code AADSTS...}), as its documentation of sign-in errors lists them
     * @param description for people: what was wrong, and what to send
     */
    OAuthError(ErrorObject error, int number, String description) {
        super(description);
        this.error = error.setDescription("AADSTS" + number + ": " + description);
        this.number = number;
    }

    ErrorObject error() {
        return error;
    }

    int number() {
        return number;
    }
}
