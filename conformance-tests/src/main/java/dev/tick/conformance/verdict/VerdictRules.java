package dev.tick.conformance.verdict;

/** The arithmetic of verdicts, all of it. */
public final class VerdictRules {
    private VerdictRules() {}

    /** A broken MUST is proven whatever else went wrong, so it comes first; then what casts doubt on the run itself. */
    public static Verdict verdict(Tally tally) {
        if (tally.failures() > 0) {
            return Verdict.NOT_CONFORMANT;
        }
        if (doubtful(tally)) {
            return Verdict.INCONCLUSIVE;
        }
        if (tally.waived() > 0) {
            return Verdict.WITH_DEVIATIONS;
        }
        return tally.mustsUntested() > 0 ? Verdict.AS_FAR_AS_TESTED : Verdict.CONFORMANT;
    }

    /** Whether a run with this verdict fails the build. */
    public static boolean failsBuild(Verdict verdict, Tally tally, FailOn failOn, UntestedPolicy strictness) {
        boolean warned = failOn == FailOn.SHOULD && tally.warnings() > 0;
        boolean untested = strictness == UntestedPolicy.FAIL_UNTESTED && tally.mustsUntested() > 0;
        return switch (verdict) {
            case INCONCLUSIVE -> true;
            case NOT_CONFORMANT ->
                switch (failOn) {
                    case MUST, SHOULD -> true;
                    // What is known to be broken must not hide that the rest proves nothing.
                    case NEW -> tally.newFailures() > 0 || doubtful(tally) || untested;
                };
            case CONFORMANT, AS_FAR_AS_TESTED, WITH_DEVIATIONS -> warned || untested;
        };
    }

    /** Errors, missing results, a list of deviations that is not true any more, or not one MUST that was put to the test. */
    private static boolean doubtful(Tally tally) {
        return tally.errors() > 0
                || tally.reported() < tally.expected()
                || tally.staleDeviations() > 0
                || tally.mustsHonoured() + tally.waived() == 0;
    }
}
