package dev.tick.conformance.run;

import dev.tick.conformance.conduct.Interruption;
import dev.tick.conformance.conduct.Terms;
import dev.tick.conformance.credential.RunTokens;
import dev.tick.conformance.exchange.InFlight;
import dev.tick.conformance.exchange.Pause;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a runner.
 *
 * @param selected ids of the only requirements to check; empty for all
 * @param progress receives the progress
 * @param pause waits when the target asks for it
 * @param deadline how long the target may take for all its responses together
 * @param exploration the sequences to explore
 * @param inFlight how many requests may be under way together
 * @param terms on which it sends
 * @param interruption ends the run early
 * @param tokens the newer tokens that requests leave with
 */
record RunnerOptions(
        Optional<Set<String>> selected,
        Progress progress,
        Pause pause,
        Duration deadline,
        ExplorationPlan exploration,
        InFlight inFlight,
        Terms terms,
        Interruption interruption,
        RunTokens tokens) {
    /** Returns the options of a whole run. */
    static RunnerOptions standard(Pause pause) {
        return new RunnerOptions(
                Optional.empty(),
                Progress.SILENT,
                pause,
                Settings.DEADLINE,
                ExplorationPlan.standard(),
                InFlight.upTo(InFlight.DEFAULT),
                Terms.ofOwn(),
                new Interruption(),
                RunTokens.none());
    }

    /** Returns whether a requirement is to be checked. */
    boolean selects(String id) {
        return selected.isEmpty() || selected.get().contains(id);
    }

    RunnerOptions withSelected(Set<String> other) {
        return new RunnerOptions(
                Optional.of(Set.copyOf(other)),
                progress,
                pause,
                deadline,
                exploration,
                inFlight,
                terms,
                interruption,
                tokens);
    }

    RunnerOptions withProgress(Progress other) {
        return new RunnerOptions(selected, other, pause, deadline, exploration, inFlight, terms, interruption, tokens);
    }

    RunnerOptions withPause(Pause other) {
        return new RunnerOptions(
                selected, progress, other, deadline, exploration, inFlight, terms, interruption, tokens);
    }

    RunnerOptions withDeadline(Duration other) {
        return new RunnerOptions(selected, progress, pause, other, exploration, inFlight, terms, interruption, tokens);
    }

    RunnerOptions withExploration(ExplorationPlan other) {
        return new RunnerOptions(selected, progress, pause, deadline, other, inFlight, terms, interruption, tokens);
    }

    RunnerOptions withInFlight(InFlight other) {
        return new RunnerOptions(selected, progress, pause, deadline, exploration, other, terms, interruption, tokens);
    }

    RunnerOptions withTerms(Terms other) {
        return new RunnerOptions(
                selected, progress, pause, deadline, exploration, inFlight, other, interruption, tokens);
    }

    /** Returns options of a run whose waits end with it. */
    RunnerOptions withInterruption(Interruption other) {
        return new RunnerOptions(
                selected, progress, other::pause, deadline, exploration, inFlight, terms, other, tokens);
    }

    RunnerOptions withTokens(RunTokens other) {
        return new RunnerOptions(
                selected, progress, pause, deadline, exploration, inFlight, terms, interruption, other);
    }
}
