package dev.tick.doccheck.drift;

/**
 * One way in which a page differs from the contract.
 *
 * @param file the page
 * @param line of the page, counted from 1
 * @param place what they differ in, such as {@code property colour, value Red}; stable, since rows name it
 * @param page what the page says
 * @param contract what the contract says
 * @param spot where the contract says it, or would
 * @param nature how they differ
 */
public record Drift(
        String file, int line, String place, String page, String contract, ContractLocation spot, DriftKind nature) {
    /** What differs, on one line. */
    public String sentence() {
        return file + ":" + line + ": " + place + ": page: " + page + ", contract: " + contract;
    }

    /** Where to look in the contract and what to do, on one line. */
    public String advice() {
        return spot.text() + ": " + nature.advice();
    }
}
