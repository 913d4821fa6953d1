package dev.tick.doccheck.drift;

/**
 * A difference between a page and the contract.
 *
 * @param file the page
 * @param line of the page, counted from 1; 0 where the page no longer has it
 * @param place what they differ in, such as {@code property colour, value Red}; stable, since rows name it
 * @param page what the page says
 * @param contract what the contract says
 * @param location where the contract says it, or would
 * @param kind how they differ
 */
public record Drift(
        String file, int line, String place, String page, String contract, ContractLocation location, DriftKind kind) {
    /** Returns the difference on one line. */
    public String sentence() {
        return file + (line > 0 ? ":" + line : "") + ": " + place + ": page: " + page + ", contract: " + contract;
    }

    /** Returns the location in the contract and what to do, on one line. */
    public String advice() {
        return location.text() + ": " + kind.advice();
    }
}
