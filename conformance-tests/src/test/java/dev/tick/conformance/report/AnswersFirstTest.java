package dev.tick.conformance.report;

import static dev.tick.conformance.Reports.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.Reports;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.RecordedRequest;
import dev.tick.conformance.evidence.RecordedResponse;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.report.html.HtmlReport;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.text.Summary;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.verdict.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A report tells what went wrong, then what was not tested and what would test it, and then all else. */
class AnswersFirstTest {
    private static final RequirementResult BROKEN = row(
            "SUB-001", new CaseResult("a", Result.FAIL, "differs", List.of(Mismatch.of("", "201", "500")), List.of(1)));
    private static final ReportModel REPORT = Reports.model(Reports.of(
            "0123abcd",
            Optional.empty(),
            List.of(new ExchangeRecord(
                    1,
                    new RecordedRequest("POST", "/a", List.of(), Optional.empty()),
                    Optional.of(new RecordedResponse(500, "", List.of(), Optional.empty())),
                    "")),
            row("TOK-009", CaseResult.of("a", Result.NOT_TESTABLE, "TICK_TOKEN_EXPIRED is not set")),
            row(
                    "SUB-020",
                    new CaseResult(
                            "a",
                            Result.NOT_TESTABLE,
                            "the valid version of this request did not work either",
                            List.of(),
                            List.of(1))),
            row(
                    "LST-001",
                    CaseResult.of(
                            "a", Result.NOT_APPLICABLE, "not asked for; the setting capabilities=list asks for it")),
            BROKEN));
    private static final Document PAGE = Jsoup.parse(new HtmlReport().render(REPORT));

    @Test
    void whatWentWrongComesFirstAndThenWhatWasNotTested() {
        assertEquals(
                List.of("causes", "gaps", "run", "requirements", "exchanges"),
                PAGE.select("main > section").eachAttr("id"));
    }

    @Test
    void aGapIsToldWithWhatWouldCloseItUnlessACauseExplainsIt() {
        assertEquals(
                List.of(
                        "1 MUST: TICK_TOKEN_EXPIRED is not set",
                        "1 MUST: not asked for; the setting capabilities=list asks for it"),
                PAGE.select("#gaps .long").eachText());
        List<String> console = new Summary(Path.of("results")).console(REPORT, ConsoleStyle.PLAIN);
        assertTrue(console.contains("  not tested: 1 MUST: TICK_TOKEN_EXPIRED is not set"), console::toString);
    }

    @Test
    void theConsoleSaysThatItLeavesReasonsOut() {
        RequirementResult[] gaps = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> row("TOK-00" + i, CaseResult.of("a", Result.NOT_TESTABLE, "reason " + i)))
                .toArray(RequirementResult[]::new);
        ReportModel model = Reports.model(Reports.of("0123abcd", Optional.empty(), List.of(), gaps));
        List<String> console = new Summary(Path.of("results")).console(model, ConsoleStyle.PLAIN);
        assertEquals(
                6,
                console.stream()
                        .filter(line -> line.startsWith("  not tested: "))
                        .count());
        assertTrue(console.contains("  not tested for 2 more reasons, which the report has"), console::toString);
    }

    @Test
    void whatWaitsForACauseNamesIt() {
        assertEquals(
                "the valid version of this request did not work either (see SUB-001)",
                PAGE.select("#SUB-020 .case p").text());
        assertEquals("#SUB-020", PAGE.select("#cause-1 .fold a").attr("href"));
    }

    @Test
    void eachRequirementLinksToThePageWhereItWasRead() {
        assertEquals(
                BROKEN.row().source().url().orElseThrow(),
                PAGE.select("#SUB-001 .facts a").attr("href"));
    }
}
