package dev.tick.conformance.run;

import dev.tick.conformance.cleaning.CleanUpReport;
import dev.tick.conformance.cleaning.Cleaner;
import dev.tick.conformance.conduct.Exit;
import dev.tick.conformance.conduct.Terms;
import dev.tick.conformance.exchange.Pause;
import dev.tick.conformance.exchange.QuotaException;
import dev.tick.conformance.exchange.RetryingSender;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.ledger.Ledger;
import dev.tick.conformance.ledger.LedgerException;
import dev.tick.conformance.ledger.LedgerFolder;
import dev.tick.conformance.ledger.LedgerHead;
import dev.tick.conformance.ledger.TargetLock;
import dev.tick.conformance.sample.Horizon;
import dev.tick.conformance.subject.Target;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The sender of a run, closed while it is planned: opens the ledger with the way out, and cleans up by it. */
final class Outlet implements Sender {
    private static final Duration STEP = Duration.ofSeconds(1);

    private final Contract contract;
    private final Target target;
    private final String run;
    private final Terms terms;
    private final PlannedSender timed;
    private final Pause pause;
    private final Clock clock;
    private final Exit exit;
    private Optional<EarlierRuns> earlier = Optional.empty();
    private Optional<Ledger> ledger = Optional.empty();
    private Optional<TargetLock> lock = Optional.empty();
    private Sender way;

    Outlet(
            Contract contract,
            Target target,
            String run,
            Terms terms,
            Exit exit,
            PlannedSender timed,
            Pause pause,
            Clock clock) {
        this.contract = contract;
        this.target = target;
        this.run = run;
        this.terms = terms;
        this.timed = timed;
        this.pause = pause;
        this.clock = clock;
        this.exit = exit;
        way = timed;
    }

    /**
     * Lets requests through from now on.
     *
     * @throws LedgerException when the ledger cannot be written, or another run is under way; nothing is sent then
     */
    void open() {
        terms.ledgers().map(LedgerFolder::new).ifPresent(this::begin);
        timed.open();
        way = exit.forRun(timed, ledger);
    }

    /** Goes on where an earlier run ended, to clean up after it. */
    void resume(Ledger left) {
        timed.open();
        ledger = Optional.of(left);
    }

    private void begin(LedgerFolder folder) {
        String tenant = target.tenant().orElse("");
        TargetLock own = folder.lock(target.baseUrl(), tenant);
        lock = Optional.of(own);
        take(own);
        earlier = Optional.of(new EarlierRuns(
                folder,
                folder.left(target.baseUrl(), tenant),
                contract,
                terms.conduct().writing()));
        Instant started = clock.instant();
        ledger = Optional.of(folder.begin(new LedgerHead(
                run, target.baseUrl().toString(), tenant, contract.source().file(), target.capabilities(), started)));
    }

    private void take(TargetLock own) {
        Duration waited = Duration.ZERO;
        Optional<String> holder = own.take(clock.instant());
        while (holder.isPresent() && waited.compareTo(terms.patience()) < 0) {
            pause.pause(STEP, holder.get());
            waited = waited.plus(STEP);
            holder = own.take(clock.instant());
        }
        holder.ifPresent(who -> {
            throw new LedgerException(who + "; let it end, or wait for it by the setting 'wait'");
        });
    }

    /** Returns within which time what the run creates has to end. */
    Horizon horizon() {
        return exit.horizon();
    }

    /** Returns whether what the run creates is in a ledger, by which it is cleaned up. */
    boolean hasLedger() {
        return ledger.isPresent();
    }

    /** Removes what earlier runs on the target left; returns what became of each of them, in a sentence. */
    List<String> finishEarlier() {
        return earlier.map(runs -> runs.finish(left -> cleanUp(left, exit.after(left.head()))))
                .orElse(List.of());
    }

    /** Removes what the run created, as far as its ledger and the target go. */
    CleanUpReport cleanUp() {
        return ledger.map(own -> cleanUp(own, exit)).orElse(CleanUpReport.ofNothing());
    }

    private CleanUpReport cleanUp(Ledger own, Exit by) {
        try {
            // Not closed: it shares the wire.
            Set<String> found = new HashSet<>();
            Sender sender = new RetryingSender(by.forCleaning(timed.afterTheDeadline(), own, found), pause, clock);
            return new Cleaner(contract, by.target(), sender, found, by::isOwn, clock).clean(own);
        } catch (LedgerException | StoppedException | QuotaException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // A fault of the kit must not take the results with it.
            return failed(e.toString());
        }
    }

    private static CleanUpReport failed(String reason) {
        return CleanUpReport.failed("the clean-up failed (" + reason + "); run 'tick clean'");
    }

    @Override
    public Exchange send(Request request) {
        return way.send(request);
    }

    @Override
    public Supplier<Exchange> start(Request request) {
        return way.start(request);
    }

    @Override
    public void close() {
        timed.close();
        ledger.ifPresent(Ledger::close);
        lock.ifPresent(TargetLock::close);
    }
}
