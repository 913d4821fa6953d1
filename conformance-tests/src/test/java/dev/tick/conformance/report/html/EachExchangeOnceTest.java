package dev.tick.conformance.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.Reports;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.RecordedBody;
import dev.tick.conformance.evidence.RecordedHeader;
import dev.tick.conformance.evidence.RecordedRequest;
import dev.tick.conformance.evidence.RecordedResponse;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.verdict.Result;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A request, an answer and the words of a case stand once in a report, however many cases rest on them. */
class EachExchangeOnceTest {
    private static final Document PAGE = Jsoup.parse(new HtmlReport()
            .render(Reports.model(Reports.of(
                    "0123abcd",
                    Optional.empty(),
                    List.of(exchange(1, "sound"), exchange(2, "broken"), exchange(3, "nobody's")),
                    Reports.row(
                            "SUB-007",
                            new CaseResult("first", Result.PASS, "as described", List.of(), List.of(1)),
                            new CaseResult("second", Result.PASS, "as described", List.of(), List.of(1, 2)),
                            CaseResult.of("third", Result.PASS, "as described"),
                            new CaseResult("fourth", Result.PASS, "as asked for", List.of(), List.of(3))),
                    Reports.row(
                            "SUB-001",
                            new CaseResult(
                                    "only",
                                    Result.FAIL,
                                    "differs",
                                    List.of(Mismatch.of("title", "broken", "cut")),
                                    List.of(2)))))));

    @Test
    void aRequestWithWhichNothingIsWrongIsItsLineForCurl() {
        assertEquals(List.of("curl", "Answer"), blocks("#x1"));
        assertEquals(List.of("curl", "Answer"), blocks("#x3"));
        assertEquals(1, times("curl -gsSi --path-as-is -X POST 'http://host.example/sound'"));
        assertEquals(1, times("answer to sound"));
    }

    @Test
    void aRequestThatShowsWhatIsWrongHasAllItsForms() {
        assertEquals(List.of("Request", "Answer", "curl", "PowerShell"), blocks("#x2"));
        assertEquals(1, times("answer to broken"));
    }

    @Test
    void casesThatPassedInTheSameWayStandTogether() {
        assertEquals(
                List.of(
                        "PASS 3 cases as described first 1 · POST /sound -> 200 second 1 · POST /sound -> 200"
                                + " 2 · POST /broken -> 200 third",
                        "PASS fourth as asked for 3 · POST /nobody's -> 200"),
                PAGE.select("#SUB-007 .case").eachText());
        assertEquals(
                List.of("#x1", "#x1", "#x2", "#x3"),
                PAGE.select("#SUB-007 .uses a").eachAttr("href"));
    }

    private static List<String> blocks(String exchange) {
        return PAGE.select(exchange + " pre").eachAttr("aria-label");
    }

    private static int times(String text) {
        return PAGE.select("#exchanges pre").eachText().stream()
                .mapToInt(one -> one.split(Pattern.quote(text), -1).length - 1)
                .sum();
    }

    private static ExchangeRecord exchange(int number, String path) {
        return new ExchangeRecord(
                number,
                new RecordedRequest(
                        "POST",
                        "/" + path,
                        List.of(new RecordedHeader("Authorization", "Bearer [TICK_TOKEN]")),
                        Optional.of(new RecordedBody("{\"title\":\"" + path + "\"}", 0))),
                Optional.of(new RecordedResponse(
                        200, "OK", List.of(), Optional.of(new RecordedBody("answer to " + path, 0)))),
                "");
    }
}
