package dev.tick.stub.admin;

/** An admin call cannot be carried out; the message says what is wrong and what to send. */
final class AdminException extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    AdminException(int status, String code, String message) {
        super(message);
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
