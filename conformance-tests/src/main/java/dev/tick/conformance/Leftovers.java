package dev.tick.conformance;

import dev.tick.conformance.cleaning.CleanUpReport;
import dev.tick.conformance.ledger.Ledger;
import dev.tick.conformance.ledger.LedgerException;
import dev.tick.conformance.ledger.LedgerFolder;
import dev.tick.conformance.ledger.LedgerHead;
import dev.tick.conformance.ledger.TargetLock;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.register.Specification;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The leftovers of runs on a target that were killed, or could not clean up, and their removal. */
public final class Leftovers {
    private final Settings settings;
    private final Remote remote;
    private final Clock clock;

    /**
     * Creates the leftovers of a target.
     *
     * @param settings name the target, with its tokens and the folder of its ledgers
     */
    public Leftovers(Settings settings, Clock clock) {
        this.settings = settings;
        remote = settings.remote().orElseThrow();
        this.clock = clock;
    }

    /**
     * Removes them, ledger by ledger.
     *
     * @param out receives what became of each
     * @return whether nothing is left
     * @throws LedgerException when a ledger cannot be read, or a run is under way
     */
    public boolean remove(PrintStream out) {
        LedgerFolder folder = settings.terms().ledgers().orElseThrow();
        String tenant = remote.token(TokenKind.SOUND)
                .flatMap(TokenClaims::read)
                .flatMap(TokenClaims::tenant)
                .orElse("");
        Interrupts listening = Interrupts.listen(settings.terms());
        try (TargetLock lock = folder.lock(remote.baseUrl(), tenant)) {
            lock.take(clock.instant()).ifPresent(holder -> {
                throw new LedgerException(holder + "; let it end first: it cleans up itself");
            });
            boolean clean = true;
            boolean any = false;
            for (Ledger ledger : folder.left(remote.baseUrl(), tenant)) {
                any = true;
                clean &= remove(ledger, out);
            }
            if (!any) {
                out.println("Nothing is left on " + remote.baseUrl() + ", as far as the ledgers in " + folder.path()
                        + " say.");
            }
            return clean;
        } finally {
            listening.close();
        }
    }

    private boolean remove(Ledger ledger, PrintStream out) {
        try (ledger) {
            LedgerHead head = ledger.head();
            Specification specification = Specification.find(contract(head.contract()));
            CleanUpReport report = new Runner(specification.contract(), specification.register(), clock)
                    .reaching(settings)
                    .under(settings.terms())
                    .cleanUp(remote.with(head.capabilities(), remote.tokens()), ledger);
            out.println("Run " + head.run() + " of " + head.started() + " (" + ledger.file() + "):");
            report.sentences().forEach(sentence -> out.println("  " + sentence));
            return report.isComplete();
        }
    }

    /** Returns the name of a contract that comes with the kit, or the folder of another. */
    private static String contract(String file) {
        Path folder = Optional.ofNullable(Path.of(file).getParent()).orElse(Path.of(""));
        String name = String.valueOf(folder.getFileName());
        return Specification.names().contains(name) ? name : folder.toString();
    }
}
