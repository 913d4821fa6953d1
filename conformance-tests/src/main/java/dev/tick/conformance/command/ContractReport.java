package dev.tick.conformance.command;

import dev.tick.conformance.ContractTrial;
import dev.tick.spec.inspection.ContractInspection;
import dev.tick.spec.inspection.ContractProblem;
import dev.tick.spec.inspection.RowlessPart;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The problems of a contract as lines, with what stub and checks say of it. */
final class ContractReport {
    /** Exit code where there are problems. */
    private static final int PROBLEMS = 1;

    private ContractReport() {}

    /**
     * Writes the lines; returns the exit code.
     *
     * @throws IllegalArgumentException when there is no such contract
     */
    static int write(String nameOrFolder, Clock clock, PrintStream out) {
        ContractInspection inspection = ContractInspection.of(nameOrFolder);
        List<ContractProblem> problems = new ArrayList<>(inspection.problems());
        inspection.specification().ifPresent(known -> problems.addAll(ContractTrial.of(known, clock)));
        problems.forEach(out::println);
        for (RowlessPart part : inspection.rowless()) {
            out.println("note: " + part.file() + ":" + part.line() + ": " + part.sentence());
        }
        out.println(inspection.name() + ": " + counted(problems.size(), "problem") + ", "
                + counted(inspection.rowless().size(), "note"));
        return problems.isEmpty() ? 0 : PROBLEMS;
    }

    private static String counted(int number, String word) {
        return (number == 0 ? "no" : Integer.toString(number)) + " " + word + (number == 1 ? "" : "s");
    }
}
