package dev.tick.conformance.report;

import dev.tick.conformance.baseline.Comparisons;
import dev.tick.conformance.console.Style;
import dev.tick.conformance.run.Report;
import dev.tick.spec.contract.Contract;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** Writes {@code report.html}, {@code results.json} and {@code summary.txt}, and a few lines to the console. */
    public void write(Report report, Comparisons comparisons) {
        Kit kit = Kit.current();
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("results.json"), ResultsJson.of(report, comparisons, kit));
            Files.writeString(directory.resolve("report.html"), ReportPage.of(report, comparisons, kit, contract));
            Files.writeString(directory.resolve("junit.xml"), JunitXml.of(report));
            Files.writeString(directory.resolve("results.sarif"), Sarif.of(report, contract, kit));
            Files.writeString(directory.resolve("summary.txt"), Summary.text(report, comparisons, directory));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the results to " + directory, e);
        }
        Summary.console(report, comparisons, directory, style).forEach(out::println);
    }
}
