package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.recording.HarFile;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Traffic that nobody asked for: sound calls are accused of nothing, wrong ones by their row, and what is not seen is not told. */
class TrafficJudgeTest {
    private static final ClientScenarios SCENARIOS = ClientScenarios.of(Specification.load("indicators"));
    private static final String API = "/api/indicators";
    private static final String BODY =
            "{'indicatorValue':'192.0.2.10','indicatorType':'IpAddress','action':'Block','title':'t','description':'d'}"
                    .replace('\'', '"');
    private static final String LINKED =
            "{\"value\":[],\"@odata.nextLink\":\"https://api.service.example" + API + "?$skip=1\"}";

    @TempDir
    Path folder;

    private RunResult judged(HarText har) throws IOException {
        Path file = Files.writeString(folder.resolve("some.har"), har.json());
        return new RecordedTraffic(SCENARIOS, Clock.systemUTC()).judge(HarFile.read(new InputFile("some.har", file)));
    }

    /** Returns the ids of the rows that the traffic breaks, those that bind nobody included. */
    private static List<String> broken(RunResult result) {
        return result.rows().stream()
                .filter(row -> row.result() == Result.FAIL
                        || row.result() == Result.WARN
                        || detail(row).startsWith("does not hold"))
                .map(row -> row.row().id())
                .toList();
    }

    private static String detail(RequirementResult row) {
        return row.cases().stream().map(CaseResult::detail).findFirst().orElse("");
    }

    private static RequirementResult row(RunResult result, String id) {
        return result.rows().stream()
                .filter(row -> row.row().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String with(String property, String value) {
        return BODY.replaceFirst("\"" + property + "\":\"[^\"]*\"", "\"" + property + "\":" + value);
    }

    private static HarText sound() {
        return new HarText()
                .token()
                .post(API, BODY, 200)
                .get(API + "?$top=10000", 200, LINKED)
                .get(API + "?$skip=1", 200, "{\"value\":[]}")
                .post(API + "/import", "{\"Indicators\":[" + BODY + "]}", 200)
                .call("DELETE", API + "/995", "", 204, "")
                .post(API + "/BatchDelete", "{\"IndicatorIds\":[\"996\"]}", 204);
    }

    @Test
    void soundTrafficIsAccusedOfNothing() throws IOException {
        RunResult result = judged(sound().get(API + "?$top=1", 429, "{}")
                .answering("Retry-After", "10")
                .get(API + "?$top=1", 200, "{\"value\":[]}")
                .post(API, BODY, 200)
                .post(API, BODY, 200)
                .get("/elsewhere", 200, ""));
        assertEquals(List.of(), broken(result));
        assertEquals(Verdict.AS_FAR_AS_TESTED, result.verdict());
        assertEquals(
                List.of("1 of 12 entries is no call of this contract"),
                result.stamp().notes());
        assertEquals(10, result.stamp().requests());
        for (String id :
                List.of("ICL-001", "ICL-029", "ICL-030", "ICL-034", "ICL-040", "ICL-043", "ICL-044", "ICL-045")) {
            assertEquals(Result.PASS, row(result, id).result(), id);
        }
        assertEquals("holds: the client followed the only link to a next page", detail(row(result, "ICL-048")));
        assertEquals("only a scenario decides this: tick judge --target-command", detail(row(result, "ICL-064")));
        // What decides a row is shown, and nothing else.
        assertTrue(result.exchanges().size() <= 8, () -> result.exchanges().toString());
        result.rows()
                .forEach(row -> row.cases()
                        .forEach(one -> one.exchanges()
                                .forEach(number ->
                                        assertTrue(number <= result.exchanges().size(), one::id))));
    }

    static Stream<Arguments> wrongCalls() {
        return Stream.of(
                wrong("no action", "ICL-003", har -> har.post(API, BODY.replace("\"action\":\"Block\",", ""), 400)),
                wrong("a type of its own", "ICL-007", har -> har.post(API, with("indicatorType", "\"Ip\""), 400)),
                wrong("a title that is a number", "ICL-010", har -> har.post(API, with("title", "5"), 400)),
                wrong(
                        "an expiration that had passed",
                        "ICL-027",
                        har -> har.post(API, with("title", "\"t\",\"expirationTime\":\"2026-01-01T00:00:00Z\""), 200)),
                wrong("an undocumented property", "ICL-028", har -> har.post(API, with("title", "\"t\",\"x\":1"), 200)),
                wrong("no JSON", "ICL-019", har -> har.post(API, "{", 400)),
                wrong(
                        "another media type",
                        "ICL-029",
                        har -> har.post(API, BODY, 415).but(TrafficJudgeTest::asText)),
                wrong("no token", "ICL-030", har -> har.authorized("").get(API, 401, "{}")),
                wrong(
                        "a password",
                        "ICL-030",
                        har -> har.authorized("Basic dTpw").get(API, 401, "{}")),
                wrong(
                        "no role",
                        "ICL-030",
                        har -> har.authorized("Bearer " + HarText.token("{\"roles\":[\"Other\"]}"))
                                .get(API, 403, "{}")),
                wrong(
                        "a list by another name",
                        "ICL-034",
                        har -> har.post(API + "/import", "{\"Indicators2\":[]}", 400)),
                wrong(
                        "ids that are numbers",
                        "ICL-040",
                        har -> har.post(API + "/BatchDelete", "{\"IndicatorIds\":[996]}", 400)),
                wrong(
                        "a value in place of an id",
                        "ICL-043",
                        har -> har.call("DELETE", API + "/192.0.2.10", "", 404, "")),
                wrong("too many at a time", "ICL-044", har -> har.get(API + "?$top=20000", 400, "{}")),
                wrong(
                        "no wait at 429",
                        "ICL-045",
                        har -> har.get(API, 429, "{}")
                                .answering("Retry-After", "60")
                                .get(API, 200, "{}")),
                wrong(
                        "no wait at 503",
                        "ICL-060",
                        har -> har.post(API, BODY, 503)
                                .answering("Retry-After", "60")
                                .post(API, BODY, 200)),
                wrong(
                        "no page after the first",
                        "ICL-048",
                        har -> har.get(API, 200, LINKED.replace("skip=1", "skip=7"))
                                .get(API, 200, "{}")),
                wrong(
                        "what was forbidden, again",
                        "ICL-054",
                        har -> har.get(API, 403, "{}").get(API, 403, "{}")),
                wrong("a token in a URL", "ICL-066", har -> har.get(API + "?access_token=verysecret", 200, "{}")),
                wrong("a read by id", "ICL-070", har -> har.get(API + "/995", 200, "{}")),
                wrong(
                        "a small letter",
                        "ICL-071",
                        har -> har.post(API + "/batchDelete", "{\"IndicatorIds\":[\"996\"]}", 204)));
    }

    private static void asText(ObjectNode entry) {
        entry.path("request")
                .path("headers")
                .forEach(header -> ((ObjectNode) header)
                        .put("value", header.path("value").asString().replace("application/json", "text/plain")));
    }

    private static Arguments wrong(String name, String row, Consumer<HarText> calls) {
        return Arguments.of(name, row, calls);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongCalls")
    void eachWrongCallIsAccusedByItsRow(String name, String row, Consumer<HarText> calls) throws IOException {
        HarText har = sound();
        calls.accept(har);
        RunResult result = judged(har);
        assertTrue(broken(result).contains(row), () -> name + ": " + broken(result));
        // A list by another name is an undocumented property as well.
        List<String> others = broken(result).stream()
                .filter(id -> !id.equals(row) && !id.equals("ICL-036"))
                .toList();
        assertEquals(List.of(), others);
    }

    static Stream<Arguments> callsOfWhichTooLittleIsSeen() {
        String stripped = "[removed]";
        return Stream.of(
                wrong(
                        "an expiration that lay ahead",
                        "ICL-027",
                        har -> har.post(API, with("title", "\"t\",\"expirationTime\":\"2026-01-03T00:00:00Z\""), 200)),
                wrong(
                        "a body that is cut",
                        "ICL-019",
                        har -> har.post(API, BODY.substring(0, 50), 400)
                                .but(one -> one.withObject("/request").put("bodySize", BODY.length()))),
                wrong(
                        "a body that is left out",
                        "ICL-019",
                        har -> har.post(API, BODY, 400)
                                .but(one -> one.withObject("/request").remove("postData"))),
                wrong(
                        "no headers at all",
                        "ICL-029",
                        har -> har.post(API, BODY, 200).but(one -> {
                            one.withObject("/request").putArray("headers");
                            one.withObject("/request/postData").remove("mimeType");
                        })),
                wrong(
                        "no token, and an answer that took one",
                        "ICL-030",
                        har -> har.authorized("").get(API, 200, "{}")),
                wrong(
                        "no token, and no answer",
                        "ICL-030",
                        har -> har.authorized("").get(API, 0, "")),
                wrong(
                        "no token, and an answer that does not speak of it",
                        "ICL-030",
                        har -> har.authorized("").get(API, 503, "{}")),
                wrong(
                        "no token at another host, to which a call was redirected",
                        "ICL-030",
                        har -> har.get(API, 307, "")
                                .authorized("")
                                .get(API, 401, "{}")
                                .but(one -> one.withObject("/request").put("url", "https://elsewhere.example" + API))),
                wrong(
                        "a repetition by a token that is not seen",
                        "ICL-054",
                        har -> har.authorized("Bearer " + stripped)
                                .get(API, 403, "{}")
                                .get(API, 403, "{}")),
                wrong(
                        "a repetition by another token",
                        "ICL-054",
                        har -> har.get(API, 403, "{}")
                                .authorized("Bearer " + HarText.token("{\"roles\":[\"Ti.ReadWrite\"],\"n\":2}"))
                                .get(API, 200, "{}")),
                wrong(
                        "another body behind a 403",
                        "ICL-054",
                        har -> har.post(API, BODY, 403).post(API, with("title", "\"other\""), 403)),
                wrong(
                        "a call that was under way at a 403",
                        "ICL-054",
                        har -> har.get(API, 403, "{}")
                                .but(one -> one.put("time", 30_000))
                                .get(API, 403, "{}")),
                wrong(
                        "a call that was under way at a 429",
                        "ICL-045",
                        har -> har.get(API, 429, "{}")
                                .answering("Retry-After", "60")
                                .but(one -> one.put("time", 30_000))
                                .get(API, 200, "{}")),
                wrong(
                        "another call behind a 429",
                        "ICL-045",
                        har -> har.get(API, 429, "{}")
                                .answering("Retry-After", "60")
                                .get(API + "?$top=3", 200, "{}")),
                wrong("a lost answer", "ICL-045", har -> har.get(API, 0, "").get(API, 200, "{}")),
                wrong(
                        "a last page that is not the last",
                        "ICL-048",
                        har -> har.get(API + "?$top=2", 200, LINKED.replace("skip=1", "skip=9"))),
                wrong(
                        "a question of a browser",
                        "ICL-030",
                        har -> har.authorized("").call("OPTIONS", API, "", 204, "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("callsOfWhichTooLittleIsSeen")
    void whatIsNotCertainIsNotAccused(String name, String row, Consumer<HarText> calls) throws IOException {
        HarText har = sound();
        calls.accept(har);
        RunResult result = judged(har);
        assertEquals(List.of(), broken(result), name + " " + row);
    }

    @Test
    void aRecordingWithoutTokensProvesNothingOfTokens() throws IOException {
        RunResult result =
                judged(new HarText().authorized("").get(API, 200, "{}").get(API, 401, "{}"));
        assertEquals(List.of(), broken(result));
        assertEquals(Result.NOT_TESTABLE, row(result, "ICL-030").result());
        assertEquals("nobody sees whose token the client sends", detail(row(result, "ICL-030")));
        assertEquals("nobody sees whom the client acts for", detail(row(result, "ICL-031")));
    }

    @Test
    void theTokenOfAUserIsNobodysApplication() throws IOException {
        RunResult result = judged(new HarText()
                .authorized("Bearer " + HarText.token("{\"scp\":\"Ti.ReadWrite\"}"))
                .get(API, 200, "{}"));
        assertEquals(List.of(), broken(result));
        assertEquals(Result.NOT_TESTABLE, row(result, "ICL-030").result());
        assertEquals(Result.NOT_TESTABLE, row(result, "ICL-031").result());
    }

    @Test
    void aRecordingWithoutACallOfTheContractIsInconclusive() throws IOException {
        RunResult result = judged(new HarText().token().get("/elsewhere", 200, ""));
        assertEquals(Verdict.INCONCLUSIVE, result.verdict());
        assertEquals(
                Optional.of(
                        "none of the 2 entries of some.har is a call of this contract, whose paths are /api/indicators,"
                                + " /api/indicators/import, /api/indicators/BatchDelete, /api/indicators/{id}; was the client's own"
                                + " traffic recorded, and is --contract the right one?"),
                result.stopped());
        assertEquals(List.of(), broken(result));
    }

    @Test
    void noSecretIsShown() throws IOException {
        HarText har = new HarText()
                .token()
                .authorized("Bearer opaquetoken1234")
                .get(API + "?access_token=opaquetoken1234", 400, "{\"message\":\"no opaquetoken1234\"}")
                .post(API, with("title", "5,\"x\":\"verysecret opaquetoken1234 " + HarText.TOKEN + "\""), 400);
        String told = judged(har).toString();
        assertTrue(broken(judged(har)).contains("ICL-010"));
        assertEquals(
                List.of(),
                List.of("opaquetoken1234", "verysecret", HarText.TOKEN).stream()
                        .filter(told::contains)
                        .toList());
    }

    @Test
    void tellsOfBodiesThatWereNotRecordedWhole() throws IOException {
        RunResult result = judged(sound().post(API, BODY, 400)
                .but(one -> one.withObject("/request").remove("postData")));
        assertEquals(
                List.of("the bodies of 1 of 7 calls were not recorded whole, and nothing is said of them"),
                result.stamp().notes());
    }
}
