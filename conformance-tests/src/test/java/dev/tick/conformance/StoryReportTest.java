package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.IdentityMask;
import dev.tick.conformance.evidence.RecordedBody;
import dev.tick.conformance.evidence.RecordedHeader;
import dev.tick.conformance.evidence.RecordedRequest;
import dev.tick.conformance.evidence.RecordedResponse;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.report.Reporter;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.CaseStory;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.check.ConductCheck;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.fault.Fault;
import dev.tick.stub.fault.FaultCatalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every file of the results tells the requests that show a fault, in their order. */
class StoryReportTest {
    private static final String TENANT = "11111111-2222-3333-4444-555555555555";
    private static final String SENTENCE = "A value that its owner deleted is still <found> in the list.";
    private static final RunResult REPORT = Reports.of(
            "0123abcd",
            Optional.empty(),
            List.of(
                    exchange(1, "POST", "/api/tiindicators", "{\"indicator\":\"tick-0123abcd-1.example\"}"),
                    exchange(2, "POST", "/api/tiindicators", "{\"indicator\":\"tick-0123abcd-2.example\"}"),
                    exchange(3, "GET", "/api/tiindicators?$filter=a", "")),
            Reports.row(
                    "SUB-007",
                    new CaseResult(
                            "explored",
                            Result.FAIL,
                            SENTENCE,
                            List.of(Mismatch.of("members", "none", "tick-0123abcd-2.example")),
                            List.of(1, 2, 3),
                            Optional.of(new CaseStory(
                                    SENTENCE,
                                    List.of(
                                            new CaseStory.Step(2, "nothing", "201", "201 to " + TENANT),
                                            new CaseStory.Step(
                                                    3,
                                                    "tick-0123abcd-2.example was deleted",
                                                    "200 without it",
                                                    "200 with it")))))));

    @TempDir
    private Path directory;

    @Test
    void thePageTellsAndReplaysIt() throws IOException {
        write(REPORT);
        Element one = Jsoup.parse(read("report.html")).select("#SUB-007 .case").get(0);
        assertEquals(SENTENCE + " Shown by 2 requests:", one.select(".sentence").text());
        assertEquals(
                List.of(
                        "2 · POST /api/tiindicators -> 200 Known nothing Expected 201 Got 201 to " + TENANT,
                        "3 · GET /api/tiindicators?$filter=a -> 200 Known tick-0123abcd-2.example was deleted"
                                + " Expected 200 without it Got 200 with it"),
                one.select("ol.story > li").eachText());
        assertEquals(List.of("#x2", "#x3"), one.select("ol.story a").eachAttr("href"));
        assertEquals(List.of("#x1"), one.select("ul.uses a").eachAttr("href"));
        assertEquals(
                """
                fresh=$(date +%s | cut -c 3-10)
                printf '%s\\n' '--- 1 of 2: 201'
                answer=$(curl -gsSi --path-as-is -X POST 'http://host.example/api/tiindicators'\
                 -H "Authorization: Bearer $TICK_TOKEN" -H 'Content-Type:'\
                 --data-raw '{"indicator":"tick-'"$fresh"'-2.example"}'); printf '%s\\n' "$answer"
                printf '%s\\n' '--- 2 of 2: 200 without it'
                answer=$(curl -gsSi --path-as-is -X GET 'http://host.example/api/tiindicators?$filter=a'\
                 -H "Authorization: Bearer $TICK_TOKEN"); printf '%s\\n' "$answer\"""", one.select("pre[aria-label=curl lines in order]").get(0).wholeText());
    }

    @Test
    void theFirstCauseNamesIt() throws IOException {
        write(REPORT);
        assertEquals(
                SENTENCE + " (shown by 2 requests)",
                Jsoup.parse(read("report.html")).select("#causes .sentence").text());
    }

    @Test
    void theResultsHoldItWithoutWhatChanges() throws IOException {
        write(REPORT);
        JsonNode results = JsonMapper.shared().readTree(read("results.json"));
        assertEquals(
                JsonMapper.shared().readTree("""
                                {"sentence": "SENTENCE", "steps": [
                                  {"exchange": 2, "known": "nothing", "expected": "201", "got": "201 to <guid>"},
                                  {"exchange": 3, "known": "tick-<run>-<n>.example was deleted", "expected": "200 without it",
                                   "got": "200 with it"}]}
                                """.replace("SENTENCE", SENTENCE)),
                results.at("/requirements/0/cases/0/story"));
        assertEquals(90, results.path("explore").asInt());
        assertEquals(16, results.path("seed").asInt());
        try (InputStream schema = Verifier.class.getResourceAsStream("report/json/results-1.schema.json")) {
            assertTrue(schema != null);
            assertEquals(
                    List.of(),
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                            .validate(read("results.json"), InputFormat.JSON));
        }
    }

    @Test
    void scannersFollowItFromOperationToOperation() throws IOException {
        write(REPORT);
        JsonNode flow = JsonMapper.shared()
                .readTree(read("results.sarif"))
                .at("/runs/0/results/0/codeFlows/0/threadFlows/0/locations");
        assertEquals(
                List.of(
                        "1 Exchange 2: nothing; expected 201, got 201 to <guid>",
                        "2 Exchange 3: tick-<run>-<n>.example was deleted; expected 200 without it, got 200 with it"),
                flow.valueStream()
                        .map(one -> one.path("executionOrder").asInt() + " "
                                + one.at("/location/message/text").asString())
                        .toList());
        assertEquals(
                List.of("post", "get"),
                flow.valueStream()
                        .map(one -> one.at("/location/physicalLocation/region/startLine")
                                .asInt())
                        .map(StoryReportTest::method)
                        .toList());
    }

    @Test
    void testsAndTheConsoleTellIt() throws IOException {
        String console = write(REPORT);
        assertTrue(
                console.contains("\n       story:    " + SENTENCE + " (shown by 2 requests; the report has each)\n"),
                console);
        String junit = read("junit.xml");
        assertTrue(
                junit.contains(
                        "Shown by 2 requests: A value that its owner deleted is still &lt;found&gt; in the list.\n"
                                + "1. exchange 2: nothing; expected 201, got 201 to &lt;guid&gt;\n2. exchange 3: "),
                junit);
        assertTrue(read("summary.txt").contains("       story:    " + SENTENCE), read("summary.txt"));
    }

    /** What is shown to others keeps the story, and replays it, without telling whose target it was. */
    @Test
    void aMaskedReportKeepsItWithoutNames() throws IOException {
        write(REPORT.masked(new IdentityMask()));
        for (String file : List.of("report.html", "results.json", "junit.xml", "results.sarif", "summary.txt")) {
            assertFalse(read(file).contains(TENANT), file);
            assertTrue(read(file).contains("A value that its owner deleted"), file);
        }
        assertTrue(read("report.html").contains("201 to 00000000-0000-0000-0000-000000000001"));
    }

    /** From the exploration to the lines: a number that the target tells is never written down. */
    @Test
    void whatTheExplorationFindsIsReplayedByNumber() throws IOException {
        Specification indicators = Specification.load("indicators");
        Fault fault = new FaultCatalogue(indicators.contract(), indicators.register())
                .faults().stream()
                        .filter(one -> isRemovalExplored(indicators, one))
                        .findFirst()
                        .orElseThrow();
        try (StubServer stub = StubServer.start(
                StubConfig.builder(indicators.contract(), indicators.register()).build())) {
            stub.play("fault " + fault.name());
            RunResult report = new Runner(
                            indicators.contract(), indicators.register(), Clock.systemUTC(), QuickSender::new)
                    .only(Set.of(fault.requirement()))
                    .run(Verifier.embedded(stub, indicators.contract()));
            write(report, indicators.contract());
            CaseStory story = report.rows().get(0).cases().stream()
                    .flatMap(one -> one.story().stream())
                    .findFirst()
                    .orElseThrow();
            List<String> lines = Jsoup.parse(read("report.html"))
                    .select("pre[aria-label=curl lines in order]")
                    .get(0)
                    .wholeText()
                    .lines()
                    .filter(line -> line.contains("curl "))
                    .toList();
            assertEquals(story.steps().size(), lines.size(), lines.toString());
            assertTrue(lines.get(lines.size() - 1).contains("/api/indicators/'\"$id1\""), lines.toString());
        }
    }

    private static boolean isRemovalExplored(Specification indicators, Fault fault) {
        return indicators.register().checked().stream()
                .filter(row -> row.id().equals(fault.requirement()))
                .flatMap(row -> row.check().stream())
                .anyMatch(check -> check instanceof ConductCheck.NoServerError error
                        && error.requests() == ConductCheck.Requests.SOUND
                        && indicators
                                .contract()
                                .operation(check.operation())
                                .effect()
                                .equals(Optional.of(Effect.REMOVE)));
    }

    private static String method(int line) {
        try {
            // The operation begins behind its method.
            return Files.readAllLines(Path.of("..", "spec/src/main/resources/contracts/tiindicators/openapi.yaml"))
                    .get(line - 2)
                    .strip()
                    .replace(":", "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ExchangeRecord exchange(int number, String method, String path, String body) {
        return new ExchangeRecord(
                number,
                new RecordedRequest(
                        method,
                        path,
                        List.of(new RecordedHeader("Authorization", "Bearer [TICK_TOKEN]")),
                        Optional.of(body).filter(text -> !text.isEmpty()).map(text -> new RecordedBody(text, 0))),
                Optional.of(new RecordedResponse(200, "OK", List.of(), Optional.empty())),
                "");
    }

    private String write(RunResult report) {
        return write(report, Reports.CONTRACT);
    }

    private String write(RunResult report, Contract contract) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        new Reporter(contract, directory, new PrintStream(console, true, StandardCharsets.UTF_8), ConsoleStyle.PLAIN)
                .write(report, Comparisons.none());
        return console.toString(StandardCharsets.UTF_8);
    }

    private String read(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }
}
