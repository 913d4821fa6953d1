package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.verdict.Arithmetic;
import dev.tick.conformance.verdict.FailOn;
import dev.tick.conformance.verdict.Strictness;
import dev.tick.conformance.verdict.Tally;
import dev.tick.conformance.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final List<Integer> NONE_OR_ONE = List.of(0, 1);

    @ParameterizedTest
    @CsvSource({
        // honoured, untested, failures, waived, warnings, errors, missing
        "1, 0, 0, 0, 0, 0, 0, CONFORMANT",
        "1, 0, 0, 0, 1, 0, 0, CONFORMANT",
        "1, 1, 0, 0, 0, 0, 0, AS_FAR_AS_TESTED",
        "1, 0, 0, 1, 0, 0, 0, WITH_DEVIATIONS",
        "0, 0, 0, 1, 0, 0, 0, WITH_DEVIATIONS",
        "1, 1, 0, 1, 0, 0, 0, WITH_DEVIATIONS",
        "1, 0, 1, 0, 0, 0, 0, NOT_CONFORMANT",
        "1, 0, 1, 1, 1, 1, 1, NOT_CONFORMANT",
        "1, 0, 0, 0, 0, 1, 0, INCONCLUSIVE",
        "1, 0, 0, 0, 0, 0, 1, INCONCLUSIVE",
        "1, 0, 0, 1, 0, 1, 0, INCONCLUSIVE",
        "0, 0, 0, 0, 0, 0, 0, INCONCLUSIVE",
        "0, 1, 0, 0, 0, 0, 0, INCONCLUSIVE",
        "0, 1, 0, 0, 1, 0, 0, INCONCLUSIVE"
    })
    void namesTheVerdict(
            int honoured,
            int untested,
            int failures,
            int waived,
            int warnings,
            int errors,
            int missing,
            Verdict verdict) {
        assertEquals(
                verdict,
                Arithmetic.verdict(new Tally(9, 9 - missing, honoured, untested, failures, waived, warnings, errors)));
    }

    /** Every combination of none and one, against the rules told the other way round: what a green verdict needs. */
    @Test
    void isGreenOnlyWhenNothingStandsAgainstIt() {
        int combinations = 0;
        for (int honoured : NONE_OR_ONE) {
            for (int untested : NONE_OR_ONE) {
                for (int failures : NONE_OR_ONE) {
                    for (int waived : NONE_OR_ONE) {
                        for (int warnings : NONE_OR_ONE) {
                            for (int errors : NONE_OR_ONE) {
                                for (int missing : NONE_OR_ONE) {
                                    assertGreenOnlyWhenClean(new Tally(
                                            9, 9 - missing, honoured, untested, failures, waived, warnings, errors));
                                    combinations++;
                                }
                            }
                        }
                    }
                }
            }
        }
        assertEquals(128, combinations);
    }

    @Test
    void failsTheBuildAsAsked() {
        Tally warned = new Tally(9, 9, 1, 0, 0, 0, 1, 0);
        Tally untested = new Tally(9, 9, 1, 1, 0, 0, 0, 0);
        assertEquals(List.of(false, true, false, true), fails(Verdict.CONFORMANT, warned));
        assertEquals(List.of(false, false, true, true), fails(Verdict.AS_FAR_AS_TESTED, untested));
        assertEquals(List.of(false, true, false, true), fails(Verdict.WITH_DEVIATIONS, warned));
        assertEquals(List.of(true, true, true, true), fails(Verdict.NOT_CONFORMANT, warned));
        assertEquals(List.of(true, true, true, true), fails(Verdict.INCONCLUSIVE, untested));
    }

    private static List<Boolean> fails(Verdict verdict, Tally tally) {
        return List.of(
                Arithmetic.failsBuild(verdict, tally, FailOn.MUST, Strictness.SHOW_UNTESTED),
                Arithmetic.failsBuild(verdict, tally, FailOn.SHOULD, Strictness.SHOW_UNTESTED),
                Arithmetic.failsBuild(verdict, tally, FailOn.MUST, Strictness.FAIL_UNTESTED),
                Arithmetic.failsBuild(verdict, tally, FailOn.SHOULD, Strictness.FAIL_UNTESTED));
    }

    private static void assertGreenOnlyWhenClean(Tally tally) {
        Verdict verdict = Arithmetic.verdict(tally);
        boolean green = verdict != Verdict.NOT_CONFORMANT && verdict != Verdict.INCONCLUSIVE;
        boolean clean = tally.failures() == 0
                && tally.errors() == 0
                && tally.seen() == tally.promised()
                && tally.mustsHonoured() + tally.waived() > 0;
        assertEquals(clean, green, tally.toString());
        assertEquals(
                green && tally.waived() == 0 && tally.mustsUntested() == 0,
                verdict == Verdict.CONFORMANT,
                tally.toString());
        assertEquals(tally.failures() > 0, verdict == Verdict.NOT_CONFORMANT, tally.toString());
    }
}
