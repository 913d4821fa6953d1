package dev.tick.doccheck.page;

/** A file that cannot be read as a page; the message says why. */
public final class UnreadablePageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes the reason. */
    public UnreadablePageException(String reason) {
        super(reason);
    }
}
