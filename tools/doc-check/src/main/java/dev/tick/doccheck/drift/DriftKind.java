package dev.tick.doccheck.drift;

/** The kind of a drift, with advice for the maintainer. */
public enum DriftKind {
    /** The page has something that the contract lacks. */
    ADDED("add it to the contract, with its rows"),
    /** The contract has something that the page no longer states. */
    REMOVED("take it from the contract, or give its row another basis"),
    /** Page and contract differ. */
    CHANGED("correct the contract and its rows"),
    /** A part of the page is missing or has another form, so that nothing could be compared. */
    NOT_COMPARED("read the page; this part of it was not compared"),
    /** A known defect of the page has been corrected. */
    CORRECTED("take the entry from 'misprints' of that row");

    private final String advice;

    DriftKind(String advice) {
        this.advice = advice;
    }

    /** Returns what to do. */
    public String advice() {
        return advice;
    }
}
