package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.spec.contract.Operation;
import java.util.List;
import java.util.Optional;

/** The result of checking a page. */
public sealed interface PageResult {
    /** Returns the page. */
    DocumentationPage page();

    /**
     * A page of the contract.
     *
     * @param source the name of the page that it is an edition of, among the register's sources; empty for an unknown page
     * @param operations which; none for a page about something else, and none where it prints a path of the contract with a method that the path does not take
     * @param drifts in which it differs from the contract, in the order of its sections
     * @param known defects of the page that the register lists as misprints
     */
    record Compared(
            DocumentationPage page,
            Optional<String> source,
            List<Operation> operations,
            List<Drift> drifts,
            List<KnownDrift> known)
            implements PageResult {
        /** Copies the lists. */
        public Compared {
            operations = List.copyOf(operations);
            drifts = List.copyOf(drifts);
            known = List.copyOf(known);
        }
    }

    /**
     * A page that documents nothing of the contract.
     *
     * @param reason what it documents instead
     */
    record Skipped(DocumentationPage page, String reason) implements PageResult {}
}
