package dev.tick.conformance.cleaning;

import dev.tick.conformance.exchange.QuotaException;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.ledger.Holding;
import dev.tick.conformance.ledger.Holding.Likelihood;
import dev.tick.conformance.ledger.Ledger;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Contract;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Removes what a ledger names, the latest first, and looks whether it is gone. Nothing else is touched: what is found in a list is the
 * run's only if the ledger names it, and the target told its address, or nobody else can have given that name or text.
 */
public final class Cleaner {
    private final Contract contract;
    private final Target target;
    private final Sender sender;
    private final Set<String> found;
    private final Predicate<Holding> own;
    private final Clock clock;
    private boolean stopped;

    /**
     * Creates a cleaner.
     *
     * @param sender to the target
     * @param found receives the path parameters of what the run created, before they are removed
     * @param own tells whether nobody but the run can have given a name
     */
    public Cleaner(
            Contract contract, Target target, Sender sender, Set<String> found, Predicate<Holding> own, Clock clock) {
        this.found = found;
        this.contract = contract;
        this.target = target;
        this.sender = sender;
        this.own = own;
        this.clock = clock;
    }

    /**
     * Cleans up after a run, and deletes its ledger if nothing is left. What one caller must not remove, another of the run's may have
     * removed after it; so a clean-up with trouble looks once more.
     */
    public CleanUpReport clean(Ledger ledger) {
        CleanUpReport first = round(ledger);
        CleanUpReport report =
                first.troubles().isEmpty() || stopped ? first : round(ledger).after(first.removed());
        if (report.isComplete()) {
            ledger.delete();
        }
        return report;
    }

    private CleanUpReport round(Ledger ledger) {
        CleanUpTally tally = new CleanUpTally();
        Map<String, List<Holding>> byCaller = new LinkedHashMap<>();
        List<Holding> all = ledger.holdings();
        // Also where a caller's were all removed by the run: the list shows whether they are.
        ledger.submitted().forEach(holding -> byCaller.computeIfAbsent(holding.caller(), key -> new ArrayList<>()));
        all.stream()
                .filter(holding -> !isAnothers(holding, all))
                .forEach(holding -> byCaller.computeIfAbsent(holding.caller(), key -> new ArrayList<>())
                        .add(holding));
        byCaller.forEach((caller, holdings) -> clean(ledger, caller, holdings, tally));
        return tally.report();
    }

    /** Returns whether another caller of the run may have created what this one was refused; that one removes it. */
    private static boolean isAnothers(Holding holding, List<Holding> all) {
        return holding.likelihood() == Likelihood.DECLINED
                && all.stream()
                        .anyMatch(one -> one.identity().equals(holding.identity())
                                && !one.caller().equals(holding.caller())
                                && one.likelihood() != Likelihood.DECLINED);
    }

    private void clean(Ledger ledger, String caller, List<Holding> holdings, CleanUpTally tally) {
        Optional<TokenKind> kind = kind(caller).filter(one -> target.token(one).isPresent());
        if (kind.isEmpty()) {
            List<Holding> left = likely(holdings);
            if (!left.isEmpty()) {
                tally.unsure(left);
                tally.trouble("the token is missing with which these were created: "
                        + kind(caller).map(TokenKind::variable).orElse(caller) + "; set it, and run 'tick clean'");
            }
            return;
        }
        if (stopped) {
            tally.unsure(likely(holdings));
            return;
        }
        CallersShare share = new CallersShare(
                contract,
                ledger,
                caller,
                holdings,
                own,
                new Removals(contract, target, callers(kind.get()), sender, found),
                tally,
                clock);
        try {
            share.clean();
        } catch (QuotaException | StoppedException e) {
            stopped = true;
            List<Holding> still = ledger.holdings();
            tally.unsure(likely(holdings.stream().filter(still::contains).toList()));
            tally.trouble("the clean-up stopped: " + e.getMessage() + "; run 'tick clean' later");
        }
    }

    private static List<Holding> likely(List<Holding> holdings) {
        return holdings.stream()
                .filter(holding -> holding.likelihood() != Likelihood.DECLINED)
                .toList();
    }

    /** Returns a caller, and others at hand that may reach what that one created. */
    private List<TokenKind> callers(TokenKind first) {
        return Stream.of(
                        first, TokenKind.TENANT_WIDE, TokenKind.SOUND, TokenKind.OTHER_APPLICATION, TokenKind.DELEGATED)
                .distinct()
                .filter(kind -> target.token(kind).isPresent())
                .toList();
    }

    private static Optional<TokenKind> kind(String caller) {
        return List.of(TokenKind.values()).stream()
                .filter(kind -> kind.name().equals(caller))
                .findFirst();
    }
}
