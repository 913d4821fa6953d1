package dev.tick.spec.inspection;

import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One problem of a contract's files.
 *
 * @param file as it was named
 * @param line counted from 1; 0 when no line can be told
 * @param row the id of the row that it is a problem of; empty for others
 * @param text what is wrong and what to do
 */
public record ContractProblem(String file, int line, Optional<String> row, String text) {
    private static final Pattern IN_ROW = Pattern.compile("(/requirements/[0-9]+)(?:/([^:]*))?: (.*)", Pattern.DOTALL);

    /**
     * Returns the problems in the order of files and lines; those of a row tell its id in place of its number, and what is wrong with
     * many rows in the same words is told once.
     */
    static List<ContractProblem> of(List<InvalidDocumentException> problems, Optional<LocatedDocument> register) {
        Map<String, List<ContractProblem>> alike = problems.stream()
                .map(problem -> of(problem, register))
                .sorted(Comparator.comparing((ContractProblem problem) -> rank(problem.file()))
                        .thenComparing(ContractProblem::file)
                        .thenComparing(ContractProblem::line))
                .collect(Collectors.groupingBy(
                        problem -> problem.file() + problem.text(), LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream().map(ContractProblem::told).toList();
    }

    private static int rank(String file) {
        return file.endsWith("openapi.yaml") ? 0 : file.endsWith("requirements.yaml") ? 1 : 2;
    }

    private static ContractProblem told(List<ContractProblem> alike) {
        ContractProblem first = alike.get(0);
        int more = alike.size() - 1;
        return more == 0 || first.row().isEmpty()
                ? first
                : new ContractProblem(
                        first.file(),
                        first.line(),
                        first.row(),
                        first.text() + " (and " + more + (more == 1 ? " more row)" : " more rows)"));
    }

    private static ContractProblem of(InvalidDocumentException problem, Optional<LocatedDocument> register) {
        Matcher inRow = IN_ROW.matcher(problem.problem());
        Optional<String> row = register.filter(source -> source.file().equals(problem.file()) && inRow.matches())
                .flatMap(source -> source.root().at(inRow.group(1) + "/id").asStringOpt());
        String key = row.isPresent() && inRow.group(2) != null ? inRow.group(2) + ": " : "";
        return new ContractProblem(
                problem.file(), problem.line(), row, row.isPresent() ? key + inRow.group(3) : problem.problem());
    }

    /** Returns the problem as a line for people, such as {@code requirements.yaml:7: SUB-004: level: expected one of ...}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": "
                + row.map(id -> id + ": ").orElse("") + text;
    }
}
