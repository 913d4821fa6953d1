package dev.tick.spec.inspection;

import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Problems;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Specification;
import java.util.List;
import java.util.Optional;

/**
 * The problems of a contract's files, all at once, and its parts without a row.
 *
 * @param name by which users speak of the contract
 * @param specification the contract; empty where the problems leave none
 * @param problems in the order of the files and their lines
 * @param rowless the properties, listed values and statuses without a row, where the register can be read
 */
public record ContractInspection(
        String name, Optional<Specification> specification, List<ContractProblem> problems, List<RowlessPart> rowless) {
    private static final String CONTRACT = "openapi.yaml";
    private static final String REGISTER = "requirements.yaml";
    private static final String PAGES = "pages.yaml";

    /** Copies the lists. */
    public ContractInspection {
        problems = List.copyOf(problems);
        rowless = List.copyOf(rowless);
    }

    /**
     * Inspects a contract.
     *
     * @param nameOrFolder the name of a contract that comes with the kit, or the path of a folder
     * @throws IllegalArgumentException when it is neither
     */
    public static ContractInspection of(String nameOrFolder) {
        return of(ContractFiles.of(nameOrFolder));
    }

    private static ContractInspection of(ContractFiles files) {
        Problems problems = Problems.gathered();
        Optional<LocatedDocument> rows = problems.part(() -> files.document(REGISTER));
        Optional<Contract> contract =
                problems.part(() -> files.document(CONTRACT)).flatMap(source -> Contract.read(source, problems));
        Optional<Specification> specification = contract.flatMap(known ->
                rows.map(source -> new Specification(files.name(), known, Register.read(source, known, problems))));
        List<RowlessPart> rowless = specification
                .filter(read -> isWhole(read.register()))
                .map(read -> inspected(read, files, problems))
                .orElse(List.of());
        specification.filter(read -> !isWhole(read.register())).ifPresent(read -> {
            new ExampleRules(read, problems).check();
            new ServingRules(read.contract(), problems).check();
        });
        return new ContractInspection(
                files.name(),
                specification.filter(read -> problems.found().isEmpty()),
                ContractProblem.of(problems.found(), rows),
                rowless);
    }

    /** Returns whether all rows could be read: otherwise, what has no row may have one of those that could not. */
    private static boolean isWhole(Register register) {
        return register.requirements().size()
                == register.source().root().path("requirements").size();
    }

    private static List<RowlessPart> inspected(Specification read, ContractFiles files, Problems problems) {
        new ExampleRules(read, problems).check();
        new ServingRules(read.contract(), problems).check();
        new RowRules(read, problems).check();
        if (files.has(ClientScenarios.FILE)) {
            problems.part(() -> files.document(ClientScenarios.FILE))
                    .ifPresent(scenarios -> ClientScenarios.read(scenarios, read, problems));
        } else {
            ClientScenarios.requireNone(read, problems);
        }
        if (files.has(PAGES)) {
            problems.part(() -> files.document(PAGES)).ifPresent(pages -> new PageRules(read, pages, problems).check());
        }
        files.golden().ifPresent(list -> new GoldenList(list, read.register()).check(problems));
        List<RowlessPart> rowless = RowlessPart.of(read);
        if (files.isOfKit()) {
            rowless.stream()
                    .filter(RowlessPart::isBinding)
                    .forEach(part -> problems.add(new InvalidDocumentException(
                            read.contract().source().file(),
                            part.line(),
                            part.sentence() + "; add one ('tick contract new-row')")));
        }
        return RowlessPart.shown(rowless);
    }
}
