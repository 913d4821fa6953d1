package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.Section;
import dev.tick.spec.register.Subject;
import java.util.ArrayList;
import java.util.List;

/** A collector of the drifts of one page. */
final class DriftCollector {
    private final String file;
    private final DocumentedOperation documented;
    private final List<Drift> found = new ArrayList<>();

    DriftCollector(String file, DocumentedOperation documented) {
        this.file = file;
        this.documented = documented;
    }

    /** Adds something that the page has and the contract lacks. */
    void added(int line, String place, Subject subject, SchemaLocation where) {
        add(line, place, "listed", "not listed", DriftKind.ADDED, documented.location(subject, where));
    }

    /** Adds something that the contract has and the page lacks. */
    void removed(int line, String place, Subject subject, SchemaLocation where) {
        add(line, place, "not listed", "listed", DriftKind.REMOVED, documented.location(subject, where));
    }

    void changed(int line, String place, String page, String contract, Subject subject, SchemaLocation where) {
        add(line, place, page, contract, DriftKind.CHANGED, documented.location(subject, where));
    }

    /** Adds a part that could not be compared. */
    void notCompared(int line, String place, String page, String contract, Subject subject, SchemaLocation where) {
        add(line, place, page, contract, DriftKind.NOT_COMPARED, documented.location(subject, where));
    }

    /** Adds a section that states no fact or is missing. */
    void notCompared(Section<?> section, String contract, SchemaLocation where) {
        boolean missing = section.isMissing();
        notCompared(
                section.line(),
                "section " + section.section(),
                missing ? "no such section" : "nothing that can be read",
                contract,
                Subject.CLIENT,
                where);
    }

    void add(int line, String place, String page, String contract, DriftKind kind, ContractLocation location) {
        found.add(new Drift(file, Math.max(1, line), place, page, contract, location, kind));
    }

    List<Drift> all() {
        return found;
    }
}
