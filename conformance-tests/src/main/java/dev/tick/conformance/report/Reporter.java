package dev.tick.conformance.report;

import dev.tick.conformance.baseline.Comparisons;
import dev.tick.conformance.console.Style;
import dev.tick.conformance.proof.Proof;
import dev.tick.conformance.run.Report;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Register;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the results of a run. */
public final class Reporter {
    private final Contract contract;
    private final Path directory;
    private final PrintStream out;
    private final Style style;

    /**
     * Writes here.
     *
     * @param style of the console; files have none
     * @param contract that the target was held to
     * @param directory made when it is missing; what an earlier run left there is replaced
     */
    public Reporter(Contract contract, Path directory, PrintStream out, Style style) {
        this.contract = contract;
        this.directory = directory.toAbsolutePath().normalize();
        this.out = out;
        this.style = style;
    }

    /**
     * Writes what needs no target: {@code coverage.html}, and {@code kill-matrix.html} for a contract that comes with the kit.
     *
     * @param cases the ids of the cases of a run with all capabilities, by the id of their requirement
     */
    public void describe(Register register, Map<String, List<String>> cases) {
        writing(() -> {
            write("coverage.html", CoveragePage.of(contract, register, cases, proof()));
            for (Proof known : proof().stream().toList()) {
                write("kill-matrix.html", KillMatrixPage.of(known, register));
            }
        });
    }

    /** Writes what came of a run, for people, for machines and for other tools, and a few lines to the console. */
    public void write(Report report, Comparisons comparisons) {
        Kit kit = Kit.current();
        writing(() -> {
            write("results.json", ResultsJson.of(report, comparisons, kit));
            write("report.html", ReportPage.of(report, comparisons, kit, contract, proof()));
            write("junit.xml", JunitXml.of(report));
            write("results.sarif", Sarif.of(report, contract, kit));
            write("summary.txt", Summary.text(report, comparisons, directory));
        });
        Summary.console(report, comparisons, directory, style).forEach(out::println);
    }

    private Optional<Proof> proof() {
        return Proof.published(contract.source().file().replaceFirst("^contracts/([^/]+)/.*$", "$1"));
    }

    /** Writes files. */
    private interface Writing {
        void write() throws IOException;
    }

    private void writing(Writing files) {
        try {
            Files.createDirectories(directory);
            files.write();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the results to " + directory, e);
        }
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }
}
