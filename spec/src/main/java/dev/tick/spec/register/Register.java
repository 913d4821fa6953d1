package dev.tick.spec.register;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Problems;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The requirements of one contract.
 *
 * @param source the document
 * @param edition the edition of the contract that it speaks of
 * @param requirements in the order of the document
 */
public record Register(LocatedDocument source, String edition, List<Requirement> requirements) {
    /** Copies the requirements. */
    public Register {
        requirements = List.copyOf(requirements);
    }

    /**
     * Loads the register that lies beside a contract on the class path, under {@code contracts/<name>/}.
     *
     * @throws InvalidDocumentException when there is none, or it cannot be used
     */
    public static Register load(String name, Contract contract) {
        return read(LocatedDocument.load("contracts/" + name + "/requirements.yaml"), contract, Problems.thrown());
    }

    /**
     * Reads a register.
     *
     * @param source the document
     * @param contract what it speaks of
     * @param problems get what is wrong with it; rows whose problems are gathered are left out
     */
    public static Register read(LocatedDocument source, Contract contract, Problems problems) {
        return new RegisterReader(source, contract, problems).read();
    }

    /**
     * Reads a register from its text.
     *
     * @param file the name used in messages
     * @throws InvalidDocumentException naming the line of the first row that cannot be used
     */
    public static Register parse(String file, String yaml, Contract contract) {
        return read(LocatedDocument.parse(file, yaml), contract, Problems.thrown());
    }

    /** Returns the rows that bind a server or a client. */
    public List<Requirement> of(Subject subject) {
        return requirements.stream().filter(row -> row.subject() == subject).toList();
    }

    /** Returns the rows that bind a server and have a check. */
    public List<Requirement> checked() {
        return of(Subject.SERVER).stream()
                .filter(row -> row.check().isPresent())
                .toList();
    }

    /**
     * Returns whether nothing but open questions about a server stand at this pointer: a client may be bound there, and yet nobody
     * says what a server does with a breach.
     */
    public boolean isOpenToServers(String pointer) {
        List<Requirement> rows = of(Subject.SERVER).stream()
                .filter(row -> row.schema().filter(pointer::equals).isPresent())
                .toList();
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.basis() == Basis.OPEN);
    }

    /**
     * Returns the row that a place in the contract belongs to: the one whose pointer leads furthest there; of several, the one that
     * binds most, then the first.
     */
    public Optional<Requirement> rowFor(Subject subject, String pointer) {
        return of(subject).stream()
                .filter(row -> row.holds(pointer))
                .max(Comparator.comparing((Requirement row) ->
                                row.schema().map(String::length).orElse(0))
                        .thenComparing(Requirement::level, Comparator.reverseOrder())
                        .thenComparing(row -> -requirements.indexOf(row)));
    }
}
