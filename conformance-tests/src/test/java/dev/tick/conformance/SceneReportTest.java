package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.client.ClientCommand;
import dev.tick.conformance.client.ClientEnd;
import dev.tick.conformance.client.ClientJudge;
import dev.tick.conformance.client.ClientProgram;
import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.client.JudgeOptions;
import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.deviation.Deviations;
import dev.tick.conformance.report.html.HtmlReport;
import dev.tick.conformance.report.model.BuildInfo;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.run.RunResult;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.register.Specification;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of a client shows what it did in each scenario, and where that went wrong. */
class SceneReportTest {
    private static final Specification TODAY = Specification.load("indicators");
    private static final ClientScenarios SCENARIOS = ClientScenarios.of(TODAY);

    /** On a clock that stands still, nobody waits as long as told, however busy the machine is. */
    private static final Clock STILL = Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);

    private static RunResult judged(ClientProgram client, JudgeOptions options) {
        return new ClientJudge(SCENARIOS, options, STILL).judge(client, () -> new StubStage(TODAY, STILL));
    }

    private static Document page(RunResult result) {
        return Jsoup.parse(new HtmlReport()
                .render(ReportModel.of(
                        result,
                        Comparisons.none(),
                        TODAY.contract(),
                        new BuildInfo("1.2.3", "abc1234"),
                        Optional.empty())));
    }

    private static Document page(ClientProgram client, String... scenarios) {
        return page(judged(client, JudgeOptions.standard().only(scenarios)));
    }

    private static Document page(Consumer<PracticeClient> habit, String... scenarios) {
        PracticeClient client = new PracticeClient();
        habit.accept(client);
        return page(client, scenarios);
    }

    private static ClientProgram program(Function<ClientTask, ClientEnd> body) {
        return new ClientProgram() {
            @Override
            public String name() {
                return "program";
            }

            @Override
            public ClientEnd run(ClientTask task) {
                return body.apply(task);
            }
        };
    }

    private static List<String> calls(Document page, String scenario) {
        return page.select("#scenario-" + scenario + " .story > li").eachText();
    }

    private static List<String> rule(Document page, String scenario, String row) {
        Element box = page.select("#scenario-" + scenario + " .case:has(h3 a[href=#" + row + "])").stream()
                .findFirst()
                .orElseThrow();
        List<String> told = new ArrayList<>(
                List.of(box.select(".badge").text(), box.select("h3 + span").text()));
        told.addAll(box.select("dd").eachText());
        return told;
    }

    private static String command(Document page, String scenario) {
        return page.select("#scenario-" + scenario + " pre[aria-label=Command]").text();
    }

    @Test
    void showsWhereAClientDoesNotWait() {
        Document page = page(one -> one.waits = seconds -> 0, "submit-429");
        assertEquals(
                List.of(
                        "+0.000 s · call of the token endpoint got 200",
                        "+0.000 s · POST /api/indicators got 429, told to wait 1 s"
                                + " for 'submit of 192.0.2.10' at the step '429 x1 on submitOrUpdateIndicator'",
                        "+0.000 s · POST /api/indicators got 200 here ICL-045 does not hold for 'submit of 192.0.2.10'"),
                calls(page, "submit-429"));
        assertEquals(
                List.of("#x1", "#x2"),
                page.select("#scenario-submit-429 .story a").eachAttr("href"));
        assertEquals(1, page.select("details#x2").size());
        assertEquals(
                List.of(
                        "WARN",
                        "SHOULD",
                        "After an answer with 429, no call comes earlier than its Retry-After told.",
                        "told to wait 1 s, the client came back after 0.0 s"),
                rule(page, "submit-429", "ICL-045"));
        assertEquals(
                List.of("429 x1 on submitOrUpdateIndicator", "submit of 192.0.2.10", "the client ended with code 0"),
                page.select("#scenario-submit-429 .facts dd").eachText());
        assertEquals(
                "java -jar tick.jar judge --contract indicators --target-command '<your command>' --scenarios submit-429",
                command(page, "submit-429"));
        assertTrue(page.select("#scenario-submit-429 > summary")
                .text()
                .equals("WARN submit-429 A submit comes too often, and is told to wait a second."));
    }

    @Test
    void theScenariosInWhichSomethingWentWrongAreOpenAndTheOthersFolded() {
        Document page = page(one -> one.repeats = status -> status == 403, "submit-400", "submit-403", "submit-409");
        assertEquals(
                List.of("scenario-submit-403"),
                page.select("#scenarios > details.entry[open]").eachAttr("id"));
        assertEquals(
                "2 in which nothing went wrong",
                page.select("#scenarios > details.part > summary").text());
        assertEquals(
                List.of("scenario-submit-400", "scenario-submit-409"),
                page.select("#scenarios > details.part:not([open]) > details.entry:not([open])")
                        .eachAttr("id"));
        assertEquals("Scenarios", page.select("nav a[href=#scenarios]").text());
    }

    @ParameterizedTest
    @CsvSource({
        "submit-403, 403, ICL-054, 3",
        "submit-400, 400, ICL-055, 3",
        "delete-404, 404, ICL-056, 4",
    })
    void marksTheFirstCallTooMany(String scenario, int repeated, String row, int marked) {
        Document page = page(one -> one.repeats = status -> status == repeated, scenario);
        assertEquals(List.of(marked), marked(page, scenario, row));
    }

    private static List<Integer> marked(Document page, String scenario, String row) {
        List<String> calls = calls(page, scenario);
        return IntStream.range(0, calls.size())
                .filter(at -> calls.get(at).contains("here " + row + " does not hold"))
                .mapToObj(at -> at + 1)
                .toList();
    }

    /** What comes behind the first wrong call is the same fault. */
    @Test
    void marksTheFirstOfSeveralCallsTooMany() {
        Document page = page(one -> one.renewals = 5, "token-refused");
        assertEquals(List.of(6), marked(page, "token-refused", "ICL-061"));
        assertTrue(calls(page, "token-refused").size() > 6);
    }

    @Test
    void marksTheListWhoseNextPageIsMissing() {
        Document page = page(one -> one.pages = PracticeClient.Pages.IGNORED, "pages");
        int list = calls(page, "pages").size();
        assertTrue(calls(page, "pages").get(list - 1).contains("GET /api/indicators"));
        assertEquals(List.of(list), marked(page, "pages", "ICL-048"));
    }

    @Test
    void marksACallWithAnOldToken() {
        Document page = page(PracticeHabits::keepsOldToken, "token-expires");
        assertEquals(List.of(3), marked(page, "token-expires", "ICL-062"));
    }

    @Test
    void marksEachUrlWithAToken() {
        Document page = page(one -> one.query = "access_token=TOKEN", "tour");
        assertEquals(
                calls(page, "tour").size() - 1, marked(page, "tour", "ICL-066").size());
    }

    /** Who does its work may print what it likes. */
    @Test
    void theOutputOfAClientThatDoesItsWorkIsNotShown() {
        Document page = page(
                program(task -> {
                    new PracticeClient().run(task);
                    return new ClientEnd(Optional.of(3), "chatter");
                }),
                "submit-403");
        assertFalse(page.text().contains("chatter"), page::text);
        assertTrue(page.select("#scenario-submit-403").text().contains("the client ended with code 3"));
    }

    /** What all traffic decides is shown where it happened. */
    @Test
    void marksACallThatBreaksAPlaceOfTheContract() {
        Document page = page(
                one -> one.submit = body -> {
                    body.remove("title");
                    return body;
                },
                "submit-400");
        assertTrue(calls(page, "submit-400").get(1).contains("here ICL-004 does not hold"), () -> page.text());
        assertEquals("FAIL", rule(page, "submit-400", "ICL-004").get(0));
        assertEquals(1, page.select("#scenario-submit-400[open]").size());
    }

    @Test
    void marksEachTokenCallTooMany() {
        Document page = page(one -> one.keeping = PracticeClient.Keeping.NOTHING, "pages", "tour");
        List<String> asked = calls(page, "tour").stream()
                .filter(call -> call.contains("token endpoint"))
                .map(call -> call.replaceFirst("^.* got ", ""))
                .toList();
        assertTrue(asked.size() > 10, asked::toString);
        assertEquals("200", asked.get(0));
        assertEquals(
                List.of("200 here ICL-063 does not hold"),
                asked.stream().skip(1).distinct().toList());
    }

    @Test
    void aClientThatMakesNoCallHasAnEmptyHistoryAndItsOutput() {
        Document page = page(
                program(task -> new ClientEnd(Optional.of(7), "line 1\n<b>line 2</b>")), "submit-403", "submit-429");
        Element scene = page.select("#scenario-submit-429").stream().findFirst().orElseThrow();
        assertTrue(scene.text().contains("The client made no call."), scene::text);
        assertTrue(scene.text().contains("the client ended with code 7"), scene::text);
        assertEquals(0, scene.select(".story > li").size());
        assertEquals(
                "line 1\n<b>line 2</b>",
                scene.select("pre[aria-label^=Output]").stream()
                        .map(Element::wholeText)
                        .findFirst()
                        .orElse("none"));
        assertEquals(List.of(), page.select("b").eachText());
        assertEquals(
                List.of(
                        "ERROR",
                        "SHOULD",
                        "After an answer with 429, no call comes earlier than its Retry-After told.",
                        "the client made no call for its work 'submit of 192.0.2.10'; it ended with code 7;"
                                + " it printed: line 1 <b>line 2</b>"),
                rule(page, "submit-429", "ICL-045"));
        // What is said of both rows is said once.
        assertEquals("as for ICL-045", rule(page, "submit-429", "ICL-064").get(3));
        assertEquals(
                List.of("Steps", "Not met", "Work", "End"),
                scene.select(".facts dt").eachText());
    }

    @Test
    void aClientThatHangsDidNotEnd() {
        Document page = page(judged(
                program(task -> new ClientEnd(Optional.empty(), "")),
                new JudgeOptions(Duration.ofSeconds(5), 1, Optional.of(List.of("submit-403")))));
        String scene = page.select("#scenario-submit-403").text();
        assertTrue(scene.contains("End the client did not end within 5 s"), scene);
        assertEquals(
                0, page.select("#scenario-submit-403 pre[aria-label^=Output]").size());
        assertTrue(command(page, "submit-403").endsWith(" --scenarios submit-403 --deadline 5"));
    }

    @Test
    void tellsAnAnswerThatDidNotComeWhole() {
        Document page = page(PracticeHabits::trusting, "answer-lost");
        assertEquals(
                "+0.000 s · POST /api/indicators got lost: no whole answer here ICL-065 does not hold"
                        + " for 'submit of 192.0.2.10' at the step 'drop x1 on submitOrUpdateIndicator'",
                calls(page, "answer-lost").get(1));
    }

    @Test
    void eachLinkOfThePageLeadsToOnePlace() {
        Document page = page(one -> one.repeats = status -> status == 403, "submit-403", "list-403", "submit-429");
        List<String> ids = page.select("[id]").eachAttr("id");
        assertEquals(ids.stream().distinct().toList(), ids);
        assertEquals(
                List.of(),
                page.select("a[href^=#]").eachAttr("href").stream()
                        .map(link -> link.substring(1))
                        .filter(link -> !link.contains("=") && !ids.contains(link))
                        .toList());
        assertEquals(
                List.of("#scenario-submit-403", "#scenario-list-403"),
                page.select("#ICL-054 .case a[href^=#scenario]").eachAttr("href"));
    }

    @Test
    void aWaivedRowIsNothingThatWentWrong() {
        PracticeClient client = new PracticeClient();
        client.waits = seconds -> 0;
        Deviation known = new Deviation(
                "deviations.yaml",
                1,
                "ICL-045",
                Optional.empty(),
                "The next release waits.",
                "https://tracker.example/1",
                "connector team",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2999, 1, 1));
        Document page = page(judged(client, JudgeOptions.standard().only("submit-429"))
                .waiving(new Deviations(List.of(known)), LocalDate.of(2026, 11, 29)));
        assertEquals(
                "All 1 in which nothing went wrong",
                page.select("#scenarios > details.part > summary").text());
        assertTrue(page.select("#scenario-submit-429").text().contains("Waived: The next release waits."));
    }

    @ParameterizedTest
    @CsvSource({
        "sh client.sh, sh client.sh",
        "connector, connector",
        "sh /opt/client.sh, <your command>",
        "sh client.sh --key=s3cret, <your command>",
        "sh 'my client.sh', <your command>",
        "'client;rm', <your command>"
    })
    void theLineThatRunsAScenarioTellsNoSecret(String command, String shown) {
        assertEquals(
                shown, new ClientCommand("client", command, Path.of("")).shown().orElse("<your command>"));
    }

    @Test
    void theReportOfAServerHasNoScenarios() {
        String page = new HtmlReport().render(Reports.model(Reports.of("0123abcd", Optional.empty(), List.of())));
        assertFalse(page.contains("cenario"), page);
    }
}
