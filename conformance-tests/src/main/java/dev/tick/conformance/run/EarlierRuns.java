package dev.tick.conformance.run;

import dev.tick.conformance.cleaning.CleanUpReport;
import dev.tick.conformance.conduct.Writing;
import dev.tick.conformance.ledger.Ledger;
import dev.tick.conformance.ledger.LedgerException;
import dev.tick.conformance.ledger.LedgerFolder;
import dev.tick.conformance.ledger.LedgerHead;
import dev.tick.spec.contract.Contract;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The runs on a target that ended before they had cleaned up. The next run finishes their work and says so: what they left bears
 * names that it may need itself. It removes nothing but what their ledgers name.
 *
 * @param folder of the ledgers
 * @param left the files of their ledgers
 * @param contract of the run that finishes them
 * @param writing whether that run may remove anything
 */
record EarlierRuns(LedgerFolder folder, List<Path> left, Contract contract, Writing writing) {
    private static final String COMMAND = "'tick clean' with the target and the tokens of this run";

    /** Copies the list. */
    EarlierRuns {
        left = List.copyOf(left);
    }

    /**
     * Finishes them, the oldest first.
     *
     * @param cleaning removes what a ledger names
     * @return what became of each, in a sentence
     */
    List<String> finish(Function<Ledger, CleanUpReport> cleaning) {
        return left.stream().map(file -> finish(file, cleaning)).toList();
    }

    private String finish(Path file, Function<Ledger, CleanUpReport> cleaning) {
        try (Ledger ledger = folder.open(file)) {
            LedgerHead head = ledger.head();
            String which = "the earlier run " + head.run() + " of " + head.started();
            if (writing == Writing.READ_ONLY) {
                return which + " may have left something, and this run must not write; " + COMMAND + " removes it";
            }
            if (!head.contract().equals(contract.source().file())) {
                return which + " on another contract (" + head.contract() + ") may have left something; " + COMMAND
                        + " removes it";
            }
            CleanUpReport report = cleaning.apply(ledger);
            return which + " was finished: " + String.join("; ", report.sentences())
                    + (report.isTroubled() ? "; " + COMMAND + " tries again" : "");
        } catch (LedgerException e) {
            return "an earlier run may have left something: " + e.getMessage();
        }
    }
}
