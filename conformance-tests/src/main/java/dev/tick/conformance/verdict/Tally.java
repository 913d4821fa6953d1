package dev.tick.conformance.verdict;

/**
 * What the verdict is computed from.
 *
 * @param promised how many requirements the register promises to check
 * @param seen how many have a result
 * @param mustsHonoured MUSTs that were tested and honoured
 * @param mustsUntested MUSTs that were not testable
 * @param failures MUSTs that were broken, without a deviation
 * @param waived MUSTs that were broken, with a deviation
 * @param warnings SHOULDs that were broken
 * @param errors requirements whose check did not come to an end
 */
public record Tally(
        int promised,
        int seen,
        int mustsHonoured,
        int mustsUntested,
        int failures,
        int waived,
        int warnings,
        int errors) {}
