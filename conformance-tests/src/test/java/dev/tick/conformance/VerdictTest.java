package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tick.conformance.verdict.FailOn;
import dev.tick.conformance.verdict.Tally;
import dev.tick.conformance.verdict.UntestedPolicy;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.conformance.verdict.VerdictRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final List<Integer> NONE_OR_ONE = List.of(0, 1);

    @ParameterizedTest
    @CsvSource({
        // honoured, untested, failures, waived, warnings, errors, missing, stale
        "1, 0, 0, 0, 0, 0, 0, 0, CONFORMANT",
        "1, 0, 0, 0, 1, 0, 0, 0, CONFORMANT",
        "1, 1, 0, 0, 0, 0, 0, 0, AS_FAR_AS_TESTED",
        "1, 0, 0, 1, 0, 0, 0, 0, WITH_DEVIATIONS",
        "0, 0, 0, 1, 0, 0, 0, 0, WITH_DEVIATIONS",
        "1, 1, 0, 1, 0, 0, 0, 0, WITH_DEVIATIONS",
        "1, 0, 1, 0, 0, 0, 0, 0, NOT_CONFORMANT",
        "1, 0, 1, 1, 1, 1, 1, 1, NOT_CONFORMANT",
        "1, 0, 0, 0, 0, 1, 0, 0, INCONCLUSIVE",
        "1, 0, 0, 0, 0, 0, 1, 0, INCONCLUSIVE",
        "1, 0, 0, 0, 0, 0, 0, 1, INCONCLUSIVE",
        "1, 0, 0, 1, 0, 0, 0, 1, INCONCLUSIVE",
        "1, 0, 0, 1, 0, 1, 0, 0, INCONCLUSIVE",
        "0, 0, 0, 0, 0, 0, 0, 0, INCONCLUSIVE",
        "0, 1, 0, 0, 0, 0, 0, 0, INCONCLUSIVE",
        "0, 1, 0, 0, 1, 0, 0, 0, INCONCLUSIVE"
    })
    void namesTheVerdict(
            int honoured,
            int untested,
            int failures,
            int waived,
            int warnings,
            int errors,
            int missing,
            int stale,
            Verdict verdict) {
        assertEquals(
                verdict,
                VerdictRules.verdict(new Tally(
                        9, 9 - missing, honoured, untested, failures, failures, waived, warnings, errors, stale)));
    }

    /** Against the rules told the other way round: what a green verdict needs. */
    @Test
    void isGreenOnlyWhenNothingStandsAgainstIt() {
        for (Tally tally : everyTally()) {
            Verdict verdict = VerdictRules.verdict(tally);
            boolean green = verdict != Verdict.NOT_CONFORMANT && verdict != Verdict.INCONCLUSIVE;
            assertEquals(tally.failures() == 0 && sound(tally), green, tally.toString());
            assertEquals(
                    green && tally.waived() == 0 && tally.mustsUntested() == 0,
                    verdict == Verdict.CONFORMANT,
                    tally.toString());
            assertEquals(green && tally.waived() > 0, verdict == Verdict.WITH_DEVIATIONS, tally.toString());
            assertEquals(tally.failures() > 0, verdict == Verdict.NOT_CONFORMANT, tally.toString());
        }
    }

    /** The build goes on with known failures alone, and with nothing else that would have failed it. */
    @Test
    void failsTheBuildAsAskedForEveryTally() {
        for (Tally tally : everyTally()) {
            Verdict verdict = VerdictRules.verdict(tally);
            boolean bad = tally.failures() > 0 || !sound(tally);
            boolean untested = tally.mustsUntested() > 0;
            boolean warned = tally.warnings() > 0;
            boolean anew = tally.newFailures() > 0 || !sound(tally);
            assertEquals(
                    List.of(bad, bad || untested, bad || warned, bad || warned || untested, anew, anew || untested),
                    Stream.of(FailOn.MUST, FailOn.SHOULD, FailOn.NEW)
                            .flatMap(failOn -> Stream.of(UntestedPolicy.SHOW_UNTESTED, UntestedPolicy.FAIL_UNTESTED)
                                    .map(strictness -> VerdictRules.failsBuild(verdict, tally, failOn, strictness)))
                            .toList(),
                    tally.toString());
        }
    }

    @Test
    void refusesMoreNewFailuresThanFailures() {
        assertEquals(
                "newFailures: expected at most the 1 failures, got 2",
                assertThrows(IllegalArgumentException.class, () -> new Tally(9, 9, 1, 0, 1, 2, 0, 0, 0, 0))
                        .getMessage());
    }

    @Test
    void replacesTheNewFailuresAlone() {
        assertEquals(
                new Tally(19, 18, 17, 16, 15, 3, 14, 13, 12, 11),
                new Tally(19, 18, 17, 16, 15, 15, 14, 13, 12, 11).withNewFailures(3));
    }

    @Test
    void namesEveryVerdictAsItIsPrinted() {
        assertEquals(
                List.of(
                        "CONFORMANT",
                        "CONFORMANT AS FAR AS TESTED",
                        "CONFORMANT WITH DEVIATIONS",
                        "NOT CONFORMANT",
                        "INCONCLUSIVE"),
                Stream.of(Verdict.values()).map(Verdict::title).toList());
    }

    private static boolean sound(Tally tally) {
        return tally.errors() == 0
                && tally.reported() == tally.expected()
                && tally.staleDeviations() == 0
                && tally.mustsHonoured() + tally.waived() > 0;
    }

    /** Every combination of none and one; the new failures are some of the failures. */
    private static List<Tally> everyTally() {
        List<Tally> tallies = new ArrayList<>();
        for (int honoured : NONE_OR_ONE) {
            for (int untested : NONE_OR_ONE) {
                for (int failures : NONE_OR_ONE) {
                    for (int anew = 0; anew <= failures; anew++) {
                        for (int waived : NONE_OR_ONE) {
                            for (int warnings : NONE_OR_ONE) {
                                for (int errors : NONE_OR_ONE) {
                                    for (int missing : NONE_OR_ONE) {
                                        for (int stale : NONE_OR_ONE) {
                                            tallies.add(new Tally(
                                                    9,
                                                    9 - missing,
                                                    honoured,
                                                    untested,
                                                    failures,
                                                    anew,
                                                    waived,
                                                    warnings,
                                                    errors,
                                                    stale));
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        assertEquals(384, tallies.size());
        return tallies;
    }
}
