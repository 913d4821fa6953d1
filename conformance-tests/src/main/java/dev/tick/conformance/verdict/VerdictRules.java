package dev.tick.conformance.verdict;

/** The rules that turn the counts of a run into a verdict, and into the end of a build. */
public final class VerdictRules {
    private VerdictRules() {}

    /** Returns the verdict. A broken MUST is proven whatever else went wrong, so it comes first; then what casts doubt on the run itself. */
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

    /** Returns whether a run with this verdict fails the build. */
    public static boolean failsBuild(Verdict verdict, Tally tally, FailOn failOn, UntestedPolicy untestedPolicy) {
        boolean warned = failOn == FailOn.SHOULD && tally.warnings() > 0;
        boolean untested = untestedPolicy == UntestedPolicy.FAIL_UNTESTED && tally.mustsUntested() > 0;
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

    /** Returns whether there are errors, missing results or invalid deviations, or not one tested MUST. */
    private static boolean doubtful(Tally tally) {
        return tally.errors() > 0
                || tally.reported() < tally.expected()
                || tally.staleDeviations() > 0
                || tally.mustsHonoured() + tally.waived() == 0;
    }
}
