package dev.tick.conformance.proof;

import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kill matrix as a page for people. */
final class MatrixPage {
    private static final int SHOWN = 6;

    private final Register register;

    MatrixPage(Register register) {
        this.register = register;
    }

    /** Writes the page. */
    String text(Proof proof) {
        String head = String.format(
                Locale.ROOT,
                """
                # The kill matrix of %s

                Each fault of the catalogue (`java -jar tick-stub.jar scenarios`) against %s.
                Written by `tools/publish-proof`. A row of level may accuses nobody: its fault is caught when the note is another one.

                | contract | commit | faults | caught by their own check | caught only by it | not caught | sound runs | false alarms | requests | submit page alone |
                |---|---|---|---|---|---|---|---|---|---|
                | %s | %s | %d | %d | %s | %d | %d | %d | %d | %d |

                """,
                proof.contract(),
                proof.extent() == Proof.Extent.WHOLE
                        ? "every check"
                        : "the check of its own row; other rows were not asked",
                proof.contract(),
                proof.commit(),
                proof.faults().size(),
                proof.caught(),
                proof.alone(),
                proof.faults().size() - proof.caught(),
                proof.soundRuns(),
                proof.falseAlarms(),
                proof.requests(),
                proof.requestsToSubmit());
        return Stream.concat(
                        Stream.of(head), register.requirements().stream().map(row -> section(row, proof.of(row.id()))))
                .collect(Collectors.joining());
    }

    private static String section(Requirement row, List<FaultResult> own) {
        return own.isEmpty()
                ? ""
                : own.stream()
                        .map(MatrixPage::entry)
                        .collect(Collectors.joining(
                                "",
                                "## " + row.id() + " " + row.statement()
                                        + "\n\n| fault | what is wrong | its row | other rows |\n|---|---|---|---|\n",
                                "\n"));
    }

    private static String entry(FaultResult fault) {
        return "| `" + fault.name() + "` | " + fault.wrong() + " | "
                + fault.before() + " → " + fault.after()
                + (fault.caught() ? "" : " **unproven**") + " | " + others(fault) + " |\n";
    }

    private static String others(FaultResult fault) {
        int more = fault.more() + Math.max(0, fault.others().size() - SHOWN);
        return fault.others().stream().limit(SHOWN).collect(Collectors.joining(" "))
                + (more == 0 ? "" : " and " + more + " more");
    }
}
