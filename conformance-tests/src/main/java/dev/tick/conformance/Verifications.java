package dev.tick.conformance;

import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.progress.Progress;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The verifications that were asked for, in their order.
 *
 * @param choice of the contracts
 * @param done one for each of its runs
 */
public record Verifications(ContractChoice choice, List<Verification> done) {
    /** Copies the list. */
    public Verifications {
        done = List.copyOf(done);
    }

    /**
     * Performs each run of a choice, one after the other.
     *
     * @param out receives the notes on the choice, and each summary
     * @param progress opens the progress of a run
     */
    public static Verifications perform(
            ContractChoice choice,
            Clock clock,
            PrintStream out,
            ConsoleStyle style,
            Function<ContractRun, Progress> progress) {
        choice.notes().forEach(out::println);
        List<Verification> done = new ArrayList<>();
        try {
            choice.begin(clock);
            for (ContractRun run : choice.runs()) {
                Verifier verifier = Verifier.of(run.settings().contract(), clock);
                try (Progress own = progress.apply(run)) {
                    done.add(verifier.run(run, out, style, own));
                }
            }
        } catch (RuntimeException | Error e) {
            choice.abandon(e);
            throw e;
        }
        // The results are written by now, also where their sum cannot be.
        choice.end(done);
        return new Verifications(choice, done);
    }
}
