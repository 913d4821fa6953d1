package dev.tick.conformance;

import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.verdict.Verdict;
import java.io.PrintStream;
import java.time.Clock;

/** The conformance tests of one contract, for programs: settings in, verdict out. */
public final class Conformance {
    private final Verifier verifier;

    private Conformance(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Loads the conformance tests of a contract that comes with the kit.
     *
     * @param name such as {@code tiindicators}
     * @param clock the time of the run, which decides which deviations have expired
     * @throws dev.tick.spec.document.InvalidDocumentException when there is no contract of this name
     */
    public static Conformance of(String name, Clock clock) {
        return new Conformance(Verifier.of(name, clock));
    }

    /**
     * The end of a run.
     *
     * @param verdict of the target
     * @param failsBuild whether the build is to fail, by the settings
     */
    public record Ending(Verdict verdict, boolean failsBuild) {
        /** Returns the message of a failed build. */
        public String message() {
            return switch (verdict) {
                case NOT_CONFORMANT, INCONCLUSIVE -> verdict.title() + ", for the reasons above";
                case CONFORMANT, AS_FAR_AS_TESTED, WITH_DEVIATIONS ->
                    verdict.title() + ", and fail.on or strict lets the build fail for what is counted above";
            };
        }
    }

    /**
     * Runs against the target of the settings and writes the results into their directory.
     *
     * @param out receives the summary
     * @throws dev.tick.conformance.input.InvalidSettingException when the deviations, the baseline or the folder for the
     *     results cannot be used; nothing is sent
     */
    public Ending run(Settings settings, PrintStream out) {
        return verifier.run(settings, out);
    }

    /** Writes the pages about the checks and how it is known that they work; sends nothing. */
    public void describe(Settings settings, PrintStream out) {
        verifier.describe(settings, out);
    }
}
