package dev.tick.doccheck.drift;

/**
 * A drift that a row of the register tells of.
 *
 * @param drift what differs
 * @param row the row's id
 * @param statement what the row says
 */
public record KnownDrift(Drift drift, String row, String statement) {
    /** One line for people. */
    public String sentence() {
        return drift.sentence() + " (" + row + ": " + statement + ")";
    }
}
