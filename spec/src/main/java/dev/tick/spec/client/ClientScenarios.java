package dev.tick.spec.client;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Problems;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import dev.tick.spec.text.NearestWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The scenarios of one contract.
 *
 * @param source the document
 * @param specification of the contract
 * @param scenarios in the order of the document
 */
public record ClientScenarios(LocatedDocument source, Specification specification, List<ClientScenario> scenarios) {
    /** The name of the file, beside the contract's. */
    public static final String FILE = "scenarios.yaml";

    private static final String CLASS_PATH = "contracts/";

    /** Copies the scenarios. */
    public ClientScenarios {
        scenarios = List.copyOf(scenarios);
    }

    /**
     * Loads the scenarios that lie beside a contract.
     *
     * @throws IllegalStateException when there are none
     * @throws InvalidDocumentException when one cannot be used, or a row about clients is decided by nothing
     */
    public static ClientScenarios of(Specification specification) {
        String contract = specification.contract().source().file();
        String file = contract.replaceFirst("[^/]*$", FILE);
        if (contract.startsWith(CLASS_PATH)) {
            return read(LocatedDocument.load(file), specification, Problems.thrown());
        }
        if (!Files.exists(Path.of(file))) {
            throw new IllegalStateException(
                    "there are no scenarios in " + file
                            + ", and clients are judged by them; write some (docs/clients.md), or judge by a contract of the kit");
        }
        LocatedDocument source = LocatedDocument.read(Path.of(file));
        return read(source, specification, Problems.thrown());
    }

    /**
     * Reads scenarios.
     *
     * @param problems get what is wrong with them; scenarios whose problems are gathered are left out
     */
    public static ClientScenarios read(LocatedDocument source, Specification specification, Problems problems) {
        ClientScenarios read = new ClientScenarios(
                source, specification, new ClientScenarioReader(source, specification, problems).read());
        requireDecidedRows(specification, read.decided(), source.file(), problems);
        return read;
    }

    /**
     * Requires of a contract without scenarios that no row needs one.
     *
     * @param problems get the rows that do
     */
    public static void requireNone(Specification specification, Problems problems) {
        requireDecidedRows(specification, Set.of(), FILE, problems);
    }

    /** Every row about clients is held by a place in the contract, decided by a scenario, or excluded with a reason. */
    private static void requireDecidedRows(
            Specification specification, Set<String> decided, String scenarios, Problems problems) {
        List<Requirement> rows = specification.register().requirements();
        LocatedDocument file = specification.register().source();
        for (int i = 0; i < rows.size(); i++) {
            Requirement row = rows.get(i);
            if (row.subject() == Subject.CLIENT
                    && row.schema().isEmpty()
                    && row.excluded().isEmpty()
                    && !decided.contains(row.id())) {
                problems.add(file.defect(
                        "/requirements/" + i,
                        row.id() + " needs a schema, a scenario in " + scenarios
                                + " that decides it, or a reason under 'excluded'"));
            }
        }
    }

    /** Returns the ids of the rows that scenarios decide. */
    public Set<String> decided() {
        return scenarios.stream()
                .flatMap(scenario -> scenario.rules().stream())
                .map(ClientRule::row)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the rows that can be decided, in the order of the register. */
    public List<Requirement> decidable() {
        Set<String> decided = decided();
        return specification.register().of(Subject.CLIENT).stream()
                .filter(row -> row.schema().isPresent() || decided.contains(row.id()))
                .toList();
    }

    /**
     * Returns these scenarios of the given names alone.
     *
     * @throws IllegalArgumentException for a name that none has
     */
    public ClientScenarios only(List<String> names) {
        List<String> known = scenarios.stream().map(ClientScenario::name).toList();
        names.stream().filter(one -> !known.contains(one)).findFirst().ifPresent(one -> {
            throw new IllegalArgumentException("'" + one + "' is no scenario of " + source.file()
                    + NearestWord.hint(one, known) + "; there are " + known);
        });
        return new ClientScenarios(
                source,
                specification,
                scenarios.stream().filter(one -> names.contains(one.name())).toList());
    }

    /** Returns what is left of these scenarios for a client that can do some kinds of work alone. */
    public ClientScenarios within(Set<Effect> capabilities) {
        return new ClientScenarios(
                source,
                specification,
                scenarios.stream()
                        .flatMap(one -> one.within(specification.contract(), capabilities).stream())
                        .toList());
    }
}
