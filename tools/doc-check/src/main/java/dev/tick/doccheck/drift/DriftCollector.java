package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.Section;
import dev.tick.spec.register.Subject;
import java.util.ArrayList;
import java.util.List;

/** Collects how one page differs. */
final class DriftCollector {
    private final String file;
    private final DocumentedOperation side;
    private final List<Drift> found = new ArrayList<>();

    DriftCollector(String file, DocumentedOperation side) {
        this.file = file;
        this.side = side;
    }

    /** What the page has and the contract lacks. */
    void added(int line, String place, Subject subject, SchemaLocation where) {
        add(line, place, "listed", "not listed", DriftKind.ADDED, side.spot(subject, where));
    }

    /** What the contract has and the page lacks. */
    void gone(int line, String place, Subject subject, SchemaLocation where) {
        add(line, place, "not listed", "listed", DriftKind.GONE, side.spot(subject, where));
    }

    void changed(int line, String place, String page, String contract, Subject subject, SchemaLocation where) {
        add(line, place, page, contract, DriftKind.CHANGED, side.spot(subject, where));
    }

    /** What the page lacks so that nothing can be compared. */
    void unread(int line, String place, String page, String contract, Subject subject, SchemaLocation where) {
        add(line, place, page, contract, DriftKind.UNREAD, side.spot(subject, where));
    }

    /** A section without a fact, or none at all. */
    void unread(Section<?> part, String contract, SchemaLocation where) {
        boolean missing = part.isMissing();
        unread(
                part.line(),
                "section " + part.section(),
                missing ? "no such section" : "nothing that can be read",
                contract,
                Subject.CLIENT,
                where);
    }

    void add(int line, String place, String page, String contract, DriftKind nature, ContractLocation spot) {
        found.add(new Drift(file, Math.max(1, line), place, page, contract, spot, nature));
    }

    List<Drift> all() {
        return found;
    }
}
