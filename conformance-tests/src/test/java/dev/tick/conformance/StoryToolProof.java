package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.deviation.Waivers;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.Secrets;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.report.Reporter;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.CaseStory;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunInfo;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.settings.Redaction;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.check.ConductCheck;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.fault.Fault;
import dev.tick.stub.fault.FaultAction;
import dev.tick.stub.fault.FaultCatalogue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of a story, pasted into a shell, are answered on the same target as the report says, as often as they are pasted; runs in the
 * profile "tools", which has curl.
 */
class StoryToolProof {
    private static final Specification INDICATORS = Specification.load("indicators");
    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1.1 (\\d{3})");
    private static final String RUN = "0123abcd";
    private static final String ITEM =
            "{\"indicatorValue\":\"VALUE\",\"indicatorType\":\"TYPE\",\"action\":\"Audit\",\"generateAlert\":true,"
                    + "\"title\":\"It's \\\"one\\\" of " + RUN + "\",\"description\":\"d\"}";

    @TempDir
    private Path directory;

    private final List<Exchange> sent = new ArrayList<>();

    /** Numbers are those that the target tells, names and hashes are new, other callers use their own tokens, and pages are followed. */
    @Test
    void aStoryWithEveryKindOfStepCanBeReplayed() throws IOException, InterruptedException {
        try (StubServer stub = StubServer.start(StubConfig.builder(INDICATORS.contract(), INDICATORS.register())
                .pageSize(2)
                .build())) {
            Target target = Verifier.embedded(stub, INDICATORS.contract());
            QuickSender sender = new QuickSender(stub.baseUrl());
            String hash = "ABCDEF0123456789ABCDEF0123456789ABCDEF01";
            String one = item("tick-" + RUN + "-1.example", "DomainName");
            send(sender, target, TokenKind.SOUND, "POST", "", one);
            send(
                    sender,
                    target,
                    TokenKind.SOUND,
                    "POST",
                    "/import",
                    "{\"Indicators\":[" + one + "," + item(hash, "FileSha1") + ","
                            + item("https://tick-" + RUN + "-2.example/a?b='c'", "Url") + "]}");
            JsonNode told = JsonMapper.shared()
                    .readTree(sent.get(1).response().orElseThrow().body().text())
                    .path("value");
            String second = told.at("/1/id").asString();
            String third = told.at("/2/id").asString();
            send(
                    sender,
                    target,
                    TokenKind.SOUND,
                    "GET",
                    "?$filter=title%20eq%20'It''s%20%22one%22%20of%20" + RUN + "'",
                    "");
            send(sender, target, TokenKind.OTHER_APPLICATION, "DELETE", "/" + second, "");
            send(sender, target, TokenKind.SOUND, "DELETE", "/" + second, "");
            send(sender, target, TokenKind.SOUND, "DELETE", "/" + second, "");
            send(
                    sender,
                    target,
                    TokenKind.SOUND,
                    "POST",
                    "/BatchDelete",
                    "{\"IndicatorIds\": [\"" + told.at("/0/id").asString() + "\", \"" + third + "\"]}");
            send(sender, target, TokenKind.SOUND, "POST", "/BatchDelete", "{\"IndicatorIds\":[\"" + third + "\"]}");
            write(told(target));
            List<Integer> expected = List.of(200, 200, 200, 200, 404, 204, 404, 204, 404);
            List<Integer> firstOnly = new ArrayList<>(statuses(sent));
            // The list of three has a second page, which the story follows and the kit's own step does not count.
            firstOnly.add(2, 200);
            assertEquals(expected, firstOnly);
            String script = scripts().get(0);
            assertEquals(expected, statuses(replay(script, target)));
            assertEquals(expected, statuses(replay(script, target)), "a second time");
            assertFalse(script.contains("/" + second) || script.contains("\"" + third + "\""), script);
        }
    }

    /** The requirements that forbid a failure of the server in answer to these requests. */
    private static Set<String> neverFails(Set<ConductCheck.Requests> requests) {
        return INDICATORS.register().checked().stream()
                .filter(row -> row.check()
                        .filter(ConductCheck.NoServerError.class::isInstance)
                        .map(ConductCheck.NoServerError.class::cast)
                        .filter(check -> requests.contains(check.requests()))
                        .isPresent())
                .map(Requirement::id)
                .collect(Collectors.toSet());
    }

    static List<Fault> exploredFaults() {
        Set<String> rows = neverFails(Set.of(ConductCheck.Requests.SOUND));
        return new FaultCatalogue(INDICATORS.contract(), INDICATORS.register())
                .faults().stream()
                        .filter(fault -> rows.contains(fault.requirement()))
                        // The kit waits for a gateway, and sends again.
                        .filter(fault -> !fault.action().equals(new FaultAction.Status(502)))
                        .toList();
    }

    /** A replay fails again. A list that fails is met under a query first, of which another row than the fault's speaks. */
    @ParameterizedTest
    @MethodSource("exploredFaults")
    void whatTheExplorationFindsShowsAgain(Fault fault) throws IOException, InterruptedException {
        try (StubServer stub = StubServer.start(
                StubConfig.builder(INDICATORS.contract(), INDICATORS.register()).build())) {
            Target target = Verifier.embedded(stub, INDICATORS.contract());
            stub.play("fault " + fault.name());
            RunResult report = new Runner(
                            INDICATORS.contract(), INDICATORS.register(), Clock.systemUTC(), QuickSender::new)
                    .only(neverFails(Set.of(ConductCheck.Requests.values())))
                    .run(target);
            CaseStory story = report.rows().stream()
                    .flatMap(row -> row.cases().stream())
                    .flatMap(one -> one.story().stream())
                    .findFirst()
                    .orElseThrow();
            write(report);
            List<ExchangeRecord> told = story.steps().stream()
                    .map(step -> report.exchanges().get(step.exchange() - 1))
                    .toList();
            String said = replay(scripts().get(0), target);
            assertEquals(
                    told.stream()
                            .map(one -> one.response().orElseThrow().status())
                            .toList(),
                    statuses(said),
                    said);
        }
    }

    private void send(QuickSender sender, Target target, TokenKind caller, String method, String path, String body) {
        Request request = Request.of(
                method,
                "/api/indicators" + path.replace("$", "%24").replace("'", "%27"),
                Map.of("Authorization", "Bearer " + target.token(caller).orElseThrow()));
        sent.add(sender.send(
                body.isEmpty()
                        ? request
                        : request.with("Content-Type", "application/json")
                                .withBody(JsonMapper.shared().readTree(body))));
    }

    private RunResult told(Target target) {
        List<CaseStory.Step> steps = new ArrayList<>();
        List<ExchangeRecord> exchanges = new ArrayList<>();
        for (Exchange exchange : sent) {
            exchanges.add(ExchangeRecord.of(exchanges.size() + 1, exchange, Secrets.of(target)));
            steps.add(new CaseStory.Step(exchanges.size(), "", "it's done", ""));
        }
        Requirement row = INDICATORS.register().checked().get(0);
        CaseResult found = new CaseResult(
                row.id() + "/explored",
                Result.FAIL,
                "told",
                List.of(),
                List.of(1),
                Optional.of(new CaseStory("told", steps)));
        return new RunResult(
                new RunInfo(
                        RUN,
                        target.withoutSecrets(),
                        INDICATORS.contract().source().file(),
                        INDICATORS.register().edition(),
                        Instant.EPOCH,
                        Duration.ZERO,
                        sent.size(),
                        0,
                        ExplorationPlan.standard(),
                        List.of(),
                        Redaction.PRIVATE),
                1,
                List.of(new RequirementResult(row, List.of(found))),
                Optional.empty(),
                exchanges,
                Waivers.none());
    }

    private void write(RunResult report) {
        new Reporter(
                        INDICATORS.contract(),
                        directory,
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        ConsoleStyle.PLAIN)
                .write(report, Comparisons.none());
    }

    private List<String> scripts() throws IOException {
        return Jsoup.parse(Files.readString(directory.resolve("report.html")))
                .select("pre[aria-label=curl lines in order]")
                .stream()
                .map(Element::wholeText)
                .toList();
    }

    private static String item(String value, String type) {
        return ITEM.replace("VALUE", value).replace("TYPE", type);
    }

    private static List<Integer> statuses(List<Exchange> exchanges) {
        return exchanges.stream()
                .map(exchange -> exchange.response().orElseThrow().status())
                .toList();
    }

    private static List<Integer> statuses(String said) {
        return STATUS.matcher(said)
                .results()
                .map((MatchResult found) -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private static String replay(String script, Target target) throws IOException, InterruptedException {
        // As an argument, letters beyond ASCII would depend on the locale.
        Path file = Files.writeString(Files.createTempFile("story", ".sh"), script);
        ProcessBuilder shell = new ProcessBuilder("sh", file.toString());
        target.tokens().forEach((kind, token) -> shell.environment().put(kind.variable(), token));
        shell.redirectErrorStream(true);
        Process process = shell.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.delete(file);
        return said.replace("\r", "");
    }
}
