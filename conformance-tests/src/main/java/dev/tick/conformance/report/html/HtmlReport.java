package dev.tick.conformance.report.html;

import dev.tick.conformance.report.model.ReportFormat;
import dev.tick.conformance.report.model.ReportModel;

/** {@code report.html}: one file that shows a reader who doubts the verdict what was required, sent and received. */
public final class HtmlReport implements ReportFormat {
    @Override
    public String file() {
        return "report.html";
    }

    @Override
    public String render(ReportModel model) {
        return ReportPage.of(model);
    }
}
