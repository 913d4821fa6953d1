package dev.tick.conformance.report;

import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.proof.Proof;
import dev.tick.conformance.report.html.HtmlPages;
import dev.tick.conformance.report.html.HtmlReport;
import dev.tick.conformance.report.json.ResultsJson;
import dev.tick.conformance.report.junit.JunitXml;
import dev.tick.conformance.report.model.BuildInfo;
import dev.tick.conformance.report.model.ReportFormat;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.sarif.Sarif;
import dev.tick.conformance.report.text.Summary;
import dev.tick.conformance.run.RunResult;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Register;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the results of a run. */
public final class Reporter {
    private final Contract contract;
    private final Path directory;
    private final PrintStream out;
    private final ConsoleStyle style;

    /**
     * Creates a reporter that writes to a directory and a console.
     *
     * @param contract that the target was held to
     * @param directory created if it is missing; files of an earlier run are replaced
     * @param out the console
     * @param style of the console; files have none
     */
    public Reporter(Contract contract, Path directory, PrintStream out, ConsoleStyle style) {
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
        makeDirectory();
        write("coverage.html", HtmlPages.coverage(contract, register, cases, proof()));
        proof().ifPresent(known -> write("kill-matrix.html", HtmlPages.killMatrix(known, register)));
    }

    /** Writes the results of a run in every format, and a few lines to the console, these also where a file cannot be written. */
    public void write(RunResult report, Comparisons comparisons) {
        ReportModel model = ReportModel.of(report, comparisons, contract, BuildInfo.current(), proof());
        Summary summary = new Summary(directory);
        List<ReportFormat> formats = List.of(new ResultsJson(), new HtmlReport(), new JunitXml(), new Sarif(), summary);
        try {
            makeDirectory();
            formats.forEach(format -> write(format.file(), format.render(model)));
            copyContract();
        } finally {
            summary.console(model, style).forEach(out::println);
        }
    }

    /** Lays the contract beside the results, which name its lines. */
    private void copyContract() {
        String file = contract.source().file();
        try (InputStream in = Reporter.class.getClassLoader().getResourceAsStream(file)) {
            if (in != null) {
                Files.copy(in, directory.resolve(Sarif.CONTRACT), StandardCopyOption.REPLACE_EXISTING);
            } else if (Files.isRegularFile(Path.of(file))) {
                Files.copy(Path.of(file), directory.resolve(Sarif.CONTRACT), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw ResultFolder.unwritten(directory.resolve(Sarif.CONTRACT), e);
        }
    }

    private Optional<Proof> proof() {
        return Proof.published(contract.source().file().replaceFirst("^contracts/([^/]+)/.*$", "$1"));
    }

    private void makeDirectory() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw ResultFolder.unwritten(directory, e);
        }
    }

    private void write(String file, String text) {
        try {
            Files.writeString(directory.resolve(file), text);
        } catch (IOException e) {
            throw ResultFolder.unwritten(directory.resolve(file), e);
        }
    }
}
