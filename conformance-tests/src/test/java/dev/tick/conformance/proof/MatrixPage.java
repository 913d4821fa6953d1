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

    /**
     * The figures of a proof.
     *
     * @param contract its name
     * @param commit what was held against the checks
     * @param soundRuns how often the sound stub was
     * @param falseAlarms how many FAIL, WARN and ERROR came of that
     * @param requests of one run against the sound stub
     * @param requestsToSubmit of one run against its submit page alone
     */
    record Figures(
            String contract, String commit, int soundRuns, int falseAlarms, int requests, int requestsToSubmit) {}

    /** Writes the page. */
    String text(Figures figures, List<KillMatrix.Line> lines) {
        long caught = lines.stream().filter(KillMatrix.Line::caught).count();
        long alone = lines.stream()
                .filter(line -> line.caught() && line.others().isEmpty())
                .count();
        String head = String.format(
                Locale.ROOT,
                """
                # The kill matrix of %s

                Each fault of the catalogue (`java -jar tick-stub.jar moods`) against every check. Written by
                `tools/publish-proof`. A row of level may accuses nobody: its fault is caught when the note is another one.

                | contract | commit | faults | caught by their own row | of these by no other | survivors | sound runs | false alarms | requests | of these to submit |
                |---|---|---|---|---|---|---|---|---|---|
                | %s | %s | %d | %d | %d | %d | %d | %d | %d | %d |

                """,
                figures.contract(),
                figures.contract(),
                figures.commit(),
                lines.size(),
                caught,
                alone,
                lines.size() - caught,
                figures.soundRuns(),
                figures.falseAlarms(),
                figures.requests(),
                figures.requestsToSubmit());
        return Stream.concat(Stream.of(head), register.requirements().stream().map(row -> section(row, lines)))
                .collect(Collectors.joining());
    }

    private static String section(Requirement row, List<KillMatrix.Line> lines) {
        List<KillMatrix.Line> own = lines.stream()
                .filter(line -> line.fault().requirement().equals(row.id()))
                .toList();
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

    private static String entry(KillMatrix.Line line) {
        return "| `" + line.fault().name() + "` | " + line.fault().manner() + " | "
                + line.sound() + " → " + line.broken()
                + (line.caught() ? "" : " **unproven**") + " | " + others(line.others()) + " |\n";
    }

    private static String others(List<String> others) {
        return others.size() <= SHOWN
                ? String.join(" ", others)
                : String.join(" ", others.subList(0, SHOWN)) + " and " + (others.size() - SHOWN) + " more";
    }
}
