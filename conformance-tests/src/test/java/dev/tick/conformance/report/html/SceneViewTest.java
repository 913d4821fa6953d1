package dev.tick.conformance.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.Reports;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.RecordedRequest;
import dev.tick.conformance.evidence.RecordedResponse;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.SceneHistory;
import dev.tick.conformance.verdict.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A scenario in the report, made by hand. */
class SceneViewTest {
    private static final String SCRIPT = "</pre></script><script>hacked=1</script>' \" onload=\"hacked=1";

    private static ExchangeRecord exchange(String path) {
        return new ExchangeRecord(
                1,
                new RecordedRequest("GET", path, List.of(), Optional.empty()),
                Optional.of(new RecordedResponse(200, "OK", List.of(), Optional.empty())),
                "");
    }

    private static SceneHistory scene(SceneHistory.End end, SceneHistory.Call... calls) {
        return new SceneHistory(
                "list-403",
                "The caller is forbidden to list.",
                "fine",
                List.of(),
                List.of("list"),
                end,
                List.of(calls),
                3,
                List.of(new SceneHistory.Rule("SUB-001", "Something is required.")));
    }

    private static SceneHistory.End end(String output, Optional<String> command) {
        return new SceneHistory.End(
                "ended with code 0",
                Duration.ofSeconds(30),
                Optional.of(output).filter(text -> !text.isEmpty()),
                command,
                List.of());
    }

    private static SceneHistory.Call call(long millis, String got) {
        return new SceneHistory.Call(
                Duration.ofMillis(millis), Optional.of(1), Optional.of(got), Optional.of(got), got, List.of());
    }

    private static Document page(String path, SceneHistory scene) {
        return Jsoup.parse(new HtmlReport().render(Reports.model(run(path, scene))));
    }

    private static RunResult run(String path, SceneHistory scene) {
        RequirementResult row =
                Reports.row("SUB-001", new CaseResult("list-403", Result.FAIL, SCRIPT, List.of(), List.of(1)));
        RunResult plain = Reports.of("0123abcd", Optional.empty(), List.of(exchange(path)), row);
        return new RunResult(
                plain.stamp(),
                plain.expected(),
                plain.rows(),
                plain.stopped(),
                plain.exchanges(),
                plain.waivers(),
                List.of(scene));
    }

    /** What names somebody may stand in whatever a client said. */
    @Test
    void whatAClientSaidCanBeMasked() {
        RunResult masked = run("/a", scene(end("mine", Optional.empty()), call(1, "mine too")))
                .masked(text -> text.replace("mine", "masked"));
        assertEquals(
                "[masked, masked too]",
                masked.scenes().stream()
                        .flatMap(scene -> Stream.concat(
                                scene.end().output().stream(),
                                scene.calls().stream().map(SceneHistory.Call::got)))
                        .toList()
                        .toString());
    }

    @Test
    void tellsTimesFromTheBeginningInSeconds() {
        Document page = page("/a", scene(end("", Optional.empty()), call(0, "429"), call(61_004, "200")));
        assertEquals(
                List.of("+0.000 s · GET /a", "+61.004 s · GET /a"),
                page.select(".story a").eachText());
        assertTrue(page.text().contains("Forgotten the first 3 calls, of which the journal keeps none"));
    }

    /** A client may ask for whatever it likes, and print it. */
    @Test
    void nothingThatAClientSaysIsMarkup() {
        Document page = page("/" + SCRIPT, scene(end(SCRIPT, Optional.of(SCRIPT)), call(1, SCRIPT)));
        Element scene = page.select("#scenario-list-403").stream().findFirst().orElseThrow();
        assertEquals(1, page.getElementsByTag("script").size());
        assertEquals(0, page.select("[onload]").size());
        assertEquals("+0.001 s · GET /" + SCRIPT, scene.select(".story a").text());
        assertEquals(SCRIPT, scene.select(".story strong").text());
        assertEquals(
                SCRIPT,
                scene.select("pre[aria-label^=Output]").stream()
                        .map(Element::wholeText)
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void theCommandIsOneWordOfAShell() {
        Document page = page("/a", scene(end("", Optional.of("sh it's.sh"))));
        assertEquals(
                "java -jar tick.jar judge --contract tiindicators --target-command 'sh it'\\''s.sh' --scenarios list-403",
                page.select("#scenario-list-403 pre").text());
    }
}
