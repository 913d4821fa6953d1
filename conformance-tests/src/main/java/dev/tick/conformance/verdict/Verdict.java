package dev.tick.conformance.verdict;

/** The verdict on a target. */
public enum Verdict {
    /** Every MUST was tested and honoured. */
    CONFORMANT("CONFORMANT"),
    /** Every MUST that was tested was honoured; some were not. */
    AS_FAR_AS_TESTED("CONFORMANT AS FAR AS TESTED"),
    /** Every MUST that was broken is a known and dated deviation. */
    WITH_DEVIATIONS("CONFORMANT WITH DEVIATIONS"),
    /** A MUST was broken. */
    NOT_CONFORMANT("NOT CONFORMANT"),
    /** There were errors, results are missing, nothing was tested, or the list of deviations is not true any more. */
    INCONCLUSIVE("INCONCLUSIVE");

    private final String title;

    Verdict(String title) {
        this.title = title;
    }

    /** Returns the verdict as it is printed. */
    public String title() {
        return title;
    }
}
