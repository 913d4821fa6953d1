package dev.tick.conformance.report.model;

/** A file of a run. */
public interface ReportFormat {
    /** Returns the name of the file, such as {@code results.json}. */
    String file();

    /** Returns the text of the file. */
    String render(ReportModel model);
}
