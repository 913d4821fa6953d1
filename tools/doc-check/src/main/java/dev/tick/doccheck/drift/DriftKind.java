package dev.tick.doccheck.drift;

/** How a page differs, and what is to be done about it. */
public enum DriftKind {
    /** The page says what the contract does not know. */
    ADDED("add it to the contract, with its rows"),
    /** The contract has what the page no longer says. */
    GONE("take it from the contract, or give its row another basis"),
    /** Both speak of it, and differ. */
    CHANGED("correct the contract and its rows"),
    /** A part of the page is missing or has another form, so that nothing could be compared. */
    UNREAD("read the page; this part of it was not compared"),
    /** A known defect of the page is none any more. */
    MENDED("take the entry from 'printed' of that row");

    private final String advice;

    DriftKind(String advice) {
        this.advice = advice;
    }

    /** What to do. */
    public String advice() {
        return advice;
    }
}
