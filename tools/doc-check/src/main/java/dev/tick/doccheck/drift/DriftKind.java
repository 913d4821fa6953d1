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
    CORRECTED("take the entry from 'misprints' of that row"),
    /** A text that the page did not have when it was read. */
    TEXT_NEW("read it; then renew the digests with tools/write-pages and give it its rows or a reason"),
    /** A text that the page no longer has. */
    TEXT_GONE("see whether something else bears out its rows; then renew the digests with tools/write-pages"),
    /** A text in the place of another. */
    TEXT_CHANGED("read it, and see to the rows; then renew the digests with tools/write-pages"),
    /** A page that the folder does not have. */
    MISSING("look for the page elsewhere, or whether the operation is documented no more");

    private final String advice;

    DriftKind(String advice) {
        this.advice = advice;
    }

    /** Returns what to do. */
    public String advice() {
        return advice;
    }
}
