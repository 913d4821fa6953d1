package dev.tick.conformance.report.html;

import dev.tick.conformance.proof.Proof;
import dev.tick.conformance.report.model.RequirementWords;
import dev.tick.spec.check.Check;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.inspection.RowlessPart;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code coverage.html}: what of a contract is checked, and what is not, and why; no target is needed for it.
 *
 * @param title of the page
 * @param contract its file
 * @param edition its edition
 * @param levels how many requirements, by level
 * @param operations how many requirements and cases, by operation
 * @param checked what is checked on a server
 * @param excluded what cannot be seen from outside
 * @param clients what binds clients, which the stub watches
 * @param rowless properties, listed values and statuses of which no requirement speaks
 */
record CoveragePage(
        String title,
        String contract,
        String edition,
        List<LevelCoverage> levels,
        List<OperationCoverage> operations,
        List<CoverageRow> checked,
        List<CoverageRow> excluded,
        List<CoverageRow> clients,
        List<RowlessRow> rowless) {
    /** Returns whether there is a part without a requirement. */
    boolean hasRowless() {
        return !rowless.isEmpty();
    }

    /** The counts of a level. */
    record LevelCoverage(String level, long checked, long excluded, long clients) {}

    /** The counts of an operation. */
    record OperationCoverage(String id, String request, long requirements, int cases) {}

    /** A requirement; {@code how} says how it is checked, or why not. */
    record CoverageRow(
            String id, String statement, String level, String basis, String source, String place, String how) {}

    /** A part of the contract without a requirement; {@code missing} says of whom. */
    record RowlessRow(String part, String missing, String pointer, String place) {}

    /**
     * Writes the page.
     *
     * @param cases the ids of the cases of a run with all capabilities, by the id of their requirement
     * @param proof of the checks; empty for none
     */
    static String of(Contract contract, Register register, Map<String, List<String>> cases, Optional<Proof> proof) {
        List<Requirement> checked = register.checked();
        List<Requirement> excluded = register.of(Subject.SERVER).stream()
                .filter(row -> row.check().isEmpty())
                .toList();
        List<Requirement> clients = register.of(Subject.CLIENT);
        CoveragePage page = new CoveragePage(
                "What is checked of " + contract.source().file(),
                contract.source().file(),
                register.edition(),
                Stream.of(Level.values())
                        .map(level -> new LevelCoverage(
                                level.name(), count(checked, level), count(excluded, level), count(clients, level)))
                        .toList(),
                contract.operations().stream()
                        .map(operation ->
                                operation(operation.id(), operation.method() + " " + operation.path(), checked, cases))
                        .toList(),
                checked.stream()
                        .map(row -> row(contract, row, how(row, cases, proof)))
                        .toList(),
                excluded.stream()
                        .map(row -> row(contract, row, row.excluded().orElse("")))
                        .toList(),
                clients.stream()
                        .map(row -> row(contract, row, row.excluded().orElseGet(() -> watched(row))))
                        .toList(),
                RowlessPart.shown(new Specification("", contract, register)).stream()
                        .map(part -> new RowlessRow(
                                part.name(),
                                "of a " + FieldType.spelled(part.subject()),
                                part.pointer(),
                                part.file() + ":" + part.line()))
                        .toList());
        return PageTemplate.render("coverage.html", Optional.empty(), page);
    }

    private static String watched(Requirement row) {
        return row.schema().isPresent() ? "the stub watches for it" : "a scenario of tick judge decides it";
    }

    private static long count(List<Requirement> rows, Level level) {
        return rows.stream().filter(row -> row.level() == level).count();
    }

    private static OperationCoverage operation(
            String id, String request, List<Requirement> checked, Map<String, List<String>> cases) {
        Predicate<Requirement> own =
                row -> RequirementWords.operation(row).filter(id::equals).isPresent();
        return new OperationCoverage(
                id,
                request,
                checked.stream().filter(own).count(),
                checked.stream()
                        .filter(own)
                        .mapToInt(row -> cases.getOrDefault(row.id(), List.of()).size())
                        .sum());
    }

    private static CoverageRow row(Contract contract, Requirement row, String how) {
        return new CoverageRow(
                row.id(),
                row.statement(),
                row.level().name(),
                RequirementWords.basis(row),
                RequirementWords.source(row),
                row.schema()
                        .map(pointer -> contract.source().file() + ":" + contract.lineOf(pointer))
                        .orElse(""),
                how);
    }

    private static String how(Requirement row, Map<String, List<String>> cases, Optional<Proof> proof) {
        int count = cases.getOrDefault(row.id(), List.of()).size();
        String faults = proof.map(known -> known.of(row.id()).size())
                .filter(known -> known > 0)
                .map(known -> "; caught " + known + (known == 1 ? " seeded fault" : " seeded faults"))
                .orElse("");
        return row.check().map(Check::title).stream()
                .map(kind -> kind + " on " + RequirementWords.operation(row).orElse(RequirementWords.NO_OPERATION)
                        + ", " + count + (count == 1 ? " case" : " cases") + faults)
                .collect(Collectors.joining());
    }
}
