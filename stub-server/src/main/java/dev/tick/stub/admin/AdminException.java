package dev.tick.stub.admin;

import dev.tick.spec.text.ShortText;

/** An admin call cannot be carried out; the message says what is wrong and what to send. */
final class AdminException extends Exception {
    private static final long serialVersionUID = 1;

    /** In characters; a message quotes what was sent. */
    private static final int LONGEST = 4000;

    private final int status;
    private final String code;

    AdminException(int status, String code, String message) {
        super(ShortText.of(message, LONGEST));
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
