package dev.tick.conformance.report;

import static dev.tick.conformance.Reports.row;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.Reports;
import dev.tick.conformance.report.html.HtmlReport;
import dev.tick.conformance.report.junit.JunitXml;
import dev.tick.conformance.report.model.ReportFormat;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.sarif.Sarif;
import dev.tick.conformance.report.text.Summary;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.verdict.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who reads of a deviation in two files must recognise it. */
class WaiverSentenceTest {
    @Test
    void everyFormatForPeopleAndToolsSaysTheSameOfADeviation() {
        ReportModel model = Reports.model(Reports.knowing(
                Reports.of(
                        "0123abcd",
                        Optional.empty(),
                        List.of(),
                        row("SUB-007", CaseResult.of("a", Result.FAIL, "another title"))),
                "SUB-007",
                Optional.empty()));
        for (ReportFormat format :
                List.of(new HtmlReport(), new JunitXml(), new Sarif(), new Summary(Path.of("results")))) {
            assertTrue(format.render(model).contains("reason (until 2027-01-31, owner, link)"), format.file());
        }
    }
}
