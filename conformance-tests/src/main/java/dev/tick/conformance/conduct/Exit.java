package dev.tick.conformance.conduct;

import dev.tick.conformance.exchange.Pause;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.ledger.Holding;
import dev.tick.conformance.ledger.Ledger;
import dev.tick.conformance.ledger.LedgerHead;
import dev.tick.conformance.sample.Horizon;
import dev.tick.conformance.subject.Target;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The one way out to a target: all requests of a run, and those that clean up behind it, pass its stages. */
public final class Exit {
    private final Contract contract;
    private final Target target;
    private final Terms terms;
    private final String run;
    private final Clock clock;
    private final Interruption interruption;
    private final ReservedNames names;
    private final PaceStage pace;

    /**
     * Creates the way out of a run.
     *
     * @param terms on which it sends
     * @param run the run's id, part of everything that is sent
     * @param pause waits for the pace
     * @param interruption ends the run early
     */
    public Exit(
            Contract contract,
            Target target,
            Terms terms,
            String run,
            Pause pause,
            Clock clock,
            Interruption interruption) {
        this(
                contract,
                target,
                terms,
                run,
                clock,
                interruption,
                new PaceStage(terms.conduct().rate(), contract.operations(), pause, clock));
    }

    private Exit(
            Contract contract,
            Target target,
            Terms terms,
            String run,
            Clock clock,
            Interruption interruption,
            PaceStage pace) {
        this.contract = contract;
        this.target = target;
        this.terms = terms;
        this.run = run;
        this.clock = clock;
        this.interruption = interruption;
        this.pace = pace;
        names = new ReservedNames(run);
    }

    /** Returns the way out by which this run cleans up after an earlier one; both together keep the pace. */
    public Exit after(LedgerHead earlier) {
        Target then = target.with(earlier.capabilities(), target.tokens());
        return new Exit(contract, then, terms, earlier.run(), clock, interruption, pace);
    }

    /** Returns the target, with what it could do at the time of the run. */
    public Target target() {
        return target;
    }

    /**
     * Returns the sender of the run: reserved data alone, nothing but GET where it must not write, no more than the budget, each create
     * in the ledger, no faster than the target takes them, and none while it fails again and again.
     *
     * @param wire sends what may leave
     * @param ledger of a target that is not ours
     */
    public Sender forRun(Sender wire, Optional<Ledger> ledger) {
        // Innermost: what never leaves is in no ledger.
        Sender sender =
                ledger.isEmpty() ? wire : new StagedSender(new LedgerStage(contract, target, ledger.get()), wire);
        sender = terms.isOwn() ? sender : new StagedSender(new BurstStage(), sender);
        sender = new StagedSender(pace, sender);
        sender = new StagedSender(new BudgetStage(terms.conduct().budget()), sender);
        sender = new StagedSender(new ReadOnlyStage(terms.conduct().writing()), sender);
        sender = new StagedSender(reserved(new HashSet<>()), sender);
        return new StagedSender(this::goingOn, sender);
    }

    /**
     * Returns the sender that cleans up: it reads, removes what the run created, and creates nothing.
     *
     * @param own the path parameters of what the run created, as they are found
     */
    public Sender forCleaning(Sender wire, Ledger ledger, Set<String> own) {
        Sender sender = new StagedSender(new LedgerStage(contract, target, ledger), wire);
        sender = new StagedSender(pace, sender);
        return new StagedSender(this::inTime, new StagedSender(reserved(own), sender));
    }

    /** Returns whether nobody but this run can have created what a ledger names. */
    public boolean isOwn(Holding holding) {
        return names.isOwn(holding.identity());
    }

    private Consumer<Exchange> goingOn(Request request) {
        interruption.requireGoingOn();
        return Stage.NOTHING;
    }

    private Consumer<Exchange> inTime(Request request) {
        interruption.requireTimeToClean();
        return Stage.NOTHING;
    }

    private Stage reserved(Set<String> own) {
        return new ReservedStage(contract, names, new ReservedItems(contract, names, run, horizon(), clock), own);
    }

    /** Returns within which time what the run creates is to end. */
    public Horizon horizon() {
        return terms.isOwn() ? Horizon.FAR : removes() ? Horizon.NEAR : Horizon.BOUND;
    }

    private boolean removes() {
        return Stream.of(Effect.REMOVE, Effect.REMOVE_MANY)
                .anyMatch(effect -> target.capabilities().contains(effect)
                        && contract.operation(effect).isPresent());
    }
}
