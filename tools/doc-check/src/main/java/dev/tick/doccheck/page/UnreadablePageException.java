package dev.tick.doccheck.page;

/** A file that is no page; the message says why. */
public final class UnreadablePageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public UnreadablePageException(String reason) {
        super(reason);
    }
}
