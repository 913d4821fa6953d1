package dev.tick.spec.drift;

import dev.tick.spec.page.Part;
import dev.tick.spec.register.Subject;
import java.util.ArrayList;
import java.util.List;

/** Collects how one page differs. */
final class Drifts {
    private final String file;
    private final ContractSide side;
    private final List<Drift> found = new ArrayList<>();

    Drifts(String file, ContractSide side) {
        this.file = file;
        this.side = side;
    }

    /** What the page has and the contract lacks. */
    void added(int line, String place, Subject subject, SchemaPlace where) {
        add(line, place, "listed", "not listed", Nature.ADDED, side.spot(subject, where));
    }

    /** What the contract has and the page lacks. */
    void gone(int line, String place, Subject subject, SchemaPlace where) {
        add(line, place, "not listed", "listed", Nature.GONE, side.spot(subject, where));
    }

    void changed(int line, String place, String page, String contract, Subject subject, SchemaPlace where) {
        add(line, place, page, contract, Nature.CHANGED, side.spot(subject, where));
    }

    /** What the page lacks so that nothing can be compared. */
    void unread(int line, String place, String page, String contract, Subject subject, SchemaPlace where) {
        add(line, place, page, contract, Nature.UNREAD, side.spot(subject, where));
    }

    /** A section without a fact, or none at all. */
    void unread(Part<?> part, String contract, SchemaPlace where) {
        boolean missing = part.isMissing();
        unread(
                part.line(),
                "section " + part.section(),
                missing ? "no such section" : "nothing that can be read",
                contract,
                Subject.CLIENT,
                where);
    }

    void add(int line, String place, String page, String contract, Nature nature, Spot spot) {
        found.add(new Drift(file, Math.max(1, line), place, page, contract, spot, nature));
    }

    List<Drift> all() {
        return found;
    }
}
