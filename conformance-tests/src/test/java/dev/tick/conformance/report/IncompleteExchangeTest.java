package dev.tick.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.Reports;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.RecordedBody;
import dev.tick.conformance.evidence.RecordedHeader;
import dev.tick.conformance.evidence.RecordedRequest;
import dev.tick.conformance.evidence.RecordedResponse;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.report.html.HtmlReport;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.model.Ticket;
import dev.tick.conformance.report.text.Summary;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.verdict.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What a report does not hold of an exchange, it says, and it promises no more than was recorded. */
class IncompleteExchangeTest {
    private static final String TOKEN_IS_ALTERED =
            "Its token is shown nowhere, since the kit altered it or a client sent it: put one of that kind in place.";
    private static final String BODY_IS_LONG = "The body is too long for a command line: save it as body.json first.";

    @Test
    void aLineThatCannotBeRunSaysWhatIsMissing() {
        ReportModel altered = report("Bearer [another token]", new RecordedBody("{}", 0), new RecordedBody("", 0));
        assertTrue(console(altered).contains("       first:    " + TOKEN_IS_ALTERED + "\n       again:    curl"));
        assertTrue(ticket(altered).contains("\nSend it again:\n" + TOKEN_IS_ALTERED + "\ncurl "));
        ReportModel large = report("Bearer [TICK_TOKEN]", new RecordedBody("{", 5), new RecordedBody("", 0));
        assertTrue(console(large).contains("       first:    " + BODY_IS_LONG + "\n       again:    curl"));
        assertTrue(ticket(large).contains("\nSend it again:\n" + BODY_IS_LONG + "\ncurl "));
        ReportModel whole = report("Bearer [TICK_TOKEN]", new RecordedBody("{}", 0), new RecordedBody("", 0));
        assertFalse(console(whole).contains("first:"));
        assertTrue(ticket(whole).contains("\nSend it again:\ncurl "));
    }

    @Test
    void onlyWhatWasRecordedIsPromised() {
        RecordedBody none = new RecordedBody("", 0);
        assertEquals("a", answer(new RecordedBody("a", 0)));
        assertEquals("a … 9 characters more as they came, which were not recorded", answer(new RecordedBody("a", 9)));
        String cut = answer(new RecordedBody("b".repeat(50_000), 0));
        assertTrue(
                cut.endsWith("bb … 10000 characters more, indented as here; results.json of the run has them"),
                () -> cut.substring(40_000));
        String both = answer(new RecordedBody("b".repeat(50_000), 9));
        assertTrue(
                both.endsWith("bb … 10000 characters more, indented as here; results.json of the run has them"
                        + " … 9 characters more as they came, which were not recorded"),
                () -> both.substring(40_000));
        assertEquals(
                "bb…",
                ticket(report("x", none, new RecordedBody("b".repeat(2001), 0)))
                        .lines()
                        .filter(line -> line.startsWith("bbb"))
                        .map(line -> line.substring(1998))
                        .findFirst()
                        .orElseThrow());
    }

    private static String answer(RecordedBody body) {
        return Jsoup.parse(new HtmlReport().render(report("x", new RecordedBody("", 0), body)))
                .select("#x1 .answer")
                .text()
                .replaceAll("\\s+", " ")
                .strip()
                .replaceFirst("^500 ", "");
    }

    private static String console(ReportModel report) {
        return String.join("\n", new Summary(Path.of("results")).console(report, ConsoleStyle.PLAIN));
    }

    private static String ticket(ReportModel report) {
        return Ticket.of(report, report.causes().get(0));
    }

    private static ReportModel report(String credential, RecordedBody sent, RecordedBody came) {
        return Reports.model(Reports.of(
                "0123abcd",
                Optional.empty(),
                List.of(new ExchangeRecord(
                        1,
                        new RecordedRequest(
                                "POST",
                                "/a",
                                List.of(new RecordedHeader("Authorization", credential)),
                                Optional.of(sent)),
                        Optional.of(new RecordedResponse(500, "", List.of(), Optional.of(came))),
                        "")),
                Reports.row(
                        "SUB-001",
                        new CaseResult(
                                "a", Result.FAIL, "differs", List.of(Mismatch.of("", "201", "500")), List.of(1)))));
    }
}
