package dev.tick.conformance.run;

import dev.tick.conformance.cleaning.CleanUpReport;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.settings.Redaction;
import dev.tick.conformance.subject.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Facts about a run: contract, time and target.
 *
 * @param run the run's id
 * @param target what was tested, with placeholders for its tokens
 * @param contract the contract's file
 * @param edition the contract's edition
 * @param started when the run began
 * @param duration how long it took
 * @param requests how many requests were sent
 * @param questions how many were sent before these, to learn which contract the target serves
 * @param exploration the sequences of requests that it tried beside its cases
 * @param notes on the target's tokens, made before the run
 * @param redaction whether what identifies the owner of the target has been masked
 * @param cleanUp what became of what the run created on a target that is not ours
 */
public record RunInfo(
        String run,
        Target target,
        String contract,
        String edition,
        Instant started,
        Duration duration,
        int requests,
        int questions,
        ExplorationPlan exploration,
        List<String> notes,
        Redaction redaction,
        CleanUpReport cleanUp) {
    /** Copies the notes. */
    public RunInfo {
        notes = List.copyOf(notes);
    }

    /** Creates the facts of a run that had nothing to clean up. */
    public RunInfo(
            String run,
            Target target,
            String contract,
            String edition,
            Instant started,
            Duration duration,
            int requests,
            int questions,
            ExplorationPlan exploration,
            List<String> notes,
            Redaction redaction) {
        this(
                run,
                target,
                contract,
                edition,
                started,
                duration,
                requests,
                questions,
                exploration,
                notes,
                redaction,
                CleanUpReport.ofNothing());
    }

    /** Returns the name of the contract for people: that of its folder. */
    public String contractName() {
        return contract.replaceFirst("^.*?([^/]+)/[^/]*$", "$1");
    }

    RunInfo masked(UnaryOperator<String> text) {
        return with(questions, notes.stream().map(text).toList(), Redaction.MASKED, cleanUp.map(text));
    }

    RunInfo after(int others) {
        return with(others, notes, redaction, cleanUp);
    }

    private RunInfo with(int others, List<String> told, Redaction other, CleanUpReport cleaned) {
        return new RunInfo(
                run, target, contract, edition, started, duration, requests, others, exploration, told, other, cleaned);
    }
}
