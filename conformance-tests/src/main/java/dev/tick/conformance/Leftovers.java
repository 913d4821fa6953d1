package dev.tick.conformance;

import dev.tick.conformance.cleaning.CleanUpReport;
import dev.tick.conformance.conduct.Interruption;
import dev.tick.conformance.ledger.Ledger;
import dev.tick.conformance.ledger.LedgerException;
import dev.tick.conformance.ledger.LedgerFolder;
import dev.tick.conformance.ledger.LedgerHead;
import dev.tick.conformance.ledger.TargetLock;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.register.Specification;
import dev.tick.spec.text.VisibleText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The leftovers of runs on a target that were killed, or could not clean up, and their removal. */
public final class Leftovers {
    /** All kinds but the expired one, which nobody should let in, and which may take minutes to expire. */
    private static final Set<TokenKind> CALLERS = EnumSet.complementOf(EnumSet.of(TokenKind.EXPIRED));

    private final Settings asked;
    private final Clock clock;

    /**
     * Creates the leftovers of a target.
     *
     * @param settings name the target, with its tokens or credentials, and the folder of its ledgers
     */
    public Leftovers(Settings settings, Clock clock) {
        asked = settings;
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
        Interruption interruption = new Interruption();
        Interrupts listening = Interrupts.listen(asked.terms(), interruption);
        try {
            IssuedTokens issued = IssuedTokens.of(asked, CALLERS, clock, interruption::pause);
            return remove(issued, interruption, out);
        } finally {
            listening.close();
        }
    }

    private boolean remove(IssuedTokens issued, Interruption interruption, PrintStream out) {
        Remote remote = issued.settings().remote().orElseThrow();
        LedgerFolder folder = new LedgerFolder(asked.terms().ledgers().orElseThrow());
        String tenant = remote.tenant().orElse("");
        try (TargetLock lock = folder.lock(remote.baseUrl(), tenant)) {
            lock.take(clock.instant()).ifPresent(holder -> {
                throw new LedgerException(holder + "; let it end first: it cleans up itself");
            });
            List<Path> left = folder.left(remote.baseUrl(), tenant);
            if (left.isEmpty()) {
                out.println("Nothing is left on " + remote.baseUrl() + ", as far as the ledgers in " + folder.path()
                        + " say; if the run had --ledger, name the same folder.");
            }
            long others = folder.ofOtherTenants(remote.baseUrl(), tenant);
            if (others > 0) {
                out.println(others + " ledgers of other tenants of this server are in " + folder.path()
                        + "; a target's file names the tenant.");
            }
            boolean clean = true;
            Optional<LedgerException> wrong = Optional.empty();
            for (Path file : left) {
                try {
                    clean &= remove(folder.open(file), issued, interruption, out);
                } catch (LedgerException e) {
                    // The others are cleaned up as well.
                    wrong.ifPresent(earlier -> out.println(VisibleText.line(String.valueOf(earlier.getMessage()))));
                    wrong = Optional.of(e);
                }
            }
            wrong.ifPresent(last -> {
                throw last;
            });
            return clean;
        }
    }

    private boolean remove(Ledger ledger, IssuedTokens issued, Interruption interruption, PrintStream out) {
        try (ledger) {
            Remote remote = issued.settings().remote().orElseThrow();
            LedgerHead head = ledger.head();
            Specification specification = specification(ledger);
            CleanUpReport report = new Runner(specification.contract(), specification.register(), clock)
                    .reaching(asked)
                    .under(asked.terms())
                    .endedBy(interruption)
                    .renewing(issued.tokens())
                    .cleanUp(remote.with(head.capabilities(), remote.tokens()), ledger);
            out.println("Run " + head.run() + " of " + head.started() + " (" + ledger.file() + "):");
            UnaryOperator<String> hiding = issued.tokens().hiding(remote);
            report.sentences().forEach(sentence -> out.println("  " + VisibleText.line(hiding.apply(sentence))));
            return report.isComplete();
        }
    }

    private static Specification specification(Ledger ledger) {
        try {
            return Specification.find(contract(ledger.head().contract()));
        } catch (IllegalArgumentException | InvalidDocumentException e) {
            throw new LedgerException("ledger: " + ledger.file() + " is of a contract that cannot be read ("
                    + e.getMessage() + "); put it back to where it was");
        }
    }

    /** Returns the name of a contract that comes with the kit, or the folder of another. */
    private static String contract(String file) {
        Path folder = Optional.ofNullable(Path.of(file).getParent()).orElse(Path.of(""));
        String name = String.valueOf(folder.getFileName());
        return Specification.names().contains(name) ? name : folder.toString();
    }
}
