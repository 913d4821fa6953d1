package dev.tick.conformance.verdict;

/** The arithmetic of verdicts, all of it. */
public final class Arithmetic {
    private Arithmetic() {}

    /** A broken MUST is proven whatever else went wrong, so it comes first; then what casts doubt on the run itself. */
    public static Verdict verdict(Tally tally) {
        if (tally.failures() > 0) {
            return Verdict.NOT_CONFORMANT;
        }
        if (tally.errors() > 0 || tally.seen() < tally.promised()) {
            return Verdict.INCONCLUSIVE;
        }
        if (tally.mustsHonoured() + tally.waived() == 0) {
            return Verdict.INCONCLUSIVE;
        }
        if (tally.waived() > 0) {
            return Verdict.WITH_DEVIATIONS;
        }
        return tally.mustsUntested() > 0 ? Verdict.AS_FAR_AS_TESTED : Verdict.CONFORMANT;
    }

    /** Whether a run with this verdict fails the build. */
    public static boolean failsBuild(Verdict verdict, Tally tally, FailOn failOn, Strictness strictness) {
        boolean warned = failOn == FailOn.SHOULD && tally.warnings() > 0;
        boolean untested = strictness == Strictness.FAIL_UNTESTED && tally.mustsUntested() > 0;
        return switch (verdict) {
            case NOT_CONFORMANT, INCONCLUSIVE -> true;
            case CONFORMANT, AS_FAR_AS_TESTED, WITH_DEVIATIONS -> warned || untested;
        };
    }
}
