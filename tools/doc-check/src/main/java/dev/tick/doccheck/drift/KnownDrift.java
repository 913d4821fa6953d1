package dev.tick.doccheck.drift;

/**
 * A drift that a row of the register lists as a misprint.
 *
 * @param drift what differs
 * @param row the row's id
 * @param statement what the row says
 */
public record KnownDrift(Drift drift, String row, String statement) {
    /** Returns the drift and its row on one line. */
    public String sentence() {
        return drift.sentence() + " (" + row + ": " + statement + ")";
    }
}
