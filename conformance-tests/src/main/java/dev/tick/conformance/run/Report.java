package dev.tick.conformance.run;

import dev.tick.conformance.target.Target;
import dev.tick.conformance.verdict.Arithmetic;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Tally;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.register.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run found.
 *
 * @param run the run's id
 * @param target what was tested
 * @param contract the contract's file
 * @param promised how many requirements the register promises to check
 * @param rows the results, in the order of the register
 * @param stopped why the run ended before its cases, if it did
 * @param requests how many requests were sent
 * @param duration how long it took
 */
public record Report(
        String run,
        Target target,
        String contract,
        int promised,
        List<RowResult> rows,
        Optional<String> stopped,
        int requests,
        Duration duration) {
    /** Copies the rows. */
    public Report {
        rows = List.copyOf(rows);
    }

    /** How many requirements of a level had a result. */
    public long count(Level level, Result result) {
        return rows.stream()
                .filter(one -> one.row().level() == level && one.result() == result)
                .count();
    }

    /** How many requirements had a result. */
    public long count(Result result) {
        return rows.stream().filter(one -> one.result() == result).count();
    }

    /** What the verdict is computed from. */
    public Tally tally() {
        return new Tally(
                promised,
                rows.size(),
                Math.toIntExact(count(Level.MUST, Result.PASS)),
                Math.toIntExact(count(Level.MUST, Result.NOT_TESTABLE) + noted()),
                Math.toIntExact(count(Result.FAIL)),
                0,
                Math.toIntExact(count(Result.WARN)),
                Math.toIntExact(count(Result.ERROR)));
    }

    /** A MUST that was only noted was not tested, unless a later edition alone says it. */
    private long noted() {
        return rows.stream()
                .filter(one -> one.row().level() == Level.MUST && one.result() == Result.NOTE)
                .filter(one -> one.row().edition().isEmpty())
                .count();
    }

    /** The verdict. */
    public Verdict verdict() {
        return Arithmetic.verdict(tally());
    }
}
