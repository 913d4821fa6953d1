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
     * Writes the problems and the notes; returns the exit code.
     *
     * @throws IllegalArgumentException when there is no such contract
     */
    static int write(String nameOrFolder, Clock clock, PrintStream out) {
        ContractInspection inspection = ContractInspection.of(nameOrFolder);
        return write(inspection, clock, inspection.rowless(), out);
    }

    /** Writes the problems alone, and how many notes there are; returns the exit code. */
    static int writeProblems(String nameOrFolder, Clock clock, PrintStream out) {
        return write(ContractInspection.of(nameOrFolder), clock, List.of(), out);
    }

    private static int write(ContractInspection inspection, Clock clock, List<RowlessPart> shown, PrintStream out) {
        List<ContractProblem> problems = new ArrayList<>(inspection.problems());
        inspection.specification().ifPresent(known -> problems.addAll(ContractTrial.of(known, clock)));
        problems.forEach(out::println);
        for (RowlessPart part : shown) {
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
