package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists that come in an unusual form, page by page. */
@Execution(ExecutionMode.CONCURRENT)
class UnusualListTest {
    private static final Specification TODAY = Specification.load("indicators");
    private static final String LINK = "\"@odata.nextLink\":\"http://[^/\"]+(/api/indicators)([^\"]*)\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a relative link | " + LINK + " | \"@odata.nextLink\":\"$1$2\"",
                "a link of the query alone | " + LINK + " | \"@odata.nextLink\":\"$2\"",
                "a link relative to the folder | " + LINK + " | \"@odata.nextLink\":\"indicators$2\"",
                "the name behind a gateway | " + LINK + " | \"@odata.nextLink\":\"https://inner.example:8443$1$2\"",
                "the alias of the path | " + LINK
                        + " | \"@odata.nextLink\":\"https://inner.example/api/v1.0/indicators$2\"",
                "a URL within the query | " + LINK + " | \"@odata.nextLink\":\"$1$2&colour=https://red.example/a\"",
                "another list before | \"value\":\\[ | \"warnings\":[1,{\"y\":2}],\"value\":[",
                "another list behind | (?s)^(.*\"value\":.*)\\}$ | $1,\"x-new\":[{\"y\":2}]}"
            })
    void accusesNobody(String form, String pattern, String replacement) {
        RunResult report = run((request, response) ->
                isList(request) ? AlteringSender.rewritten(response, pattern, replacement) : response);
        assertEquals(List.of(), accused(report), form);
        assertEquals(Verdict.CONFORMANT, report.verdict(), form);
    }

    /** Each reading of the whole list lacks another third of it, but for the first page; queries come in pages, too. */
    @Test
    void accusesNobodyWhereTheListShrinksBetweenItsPages() {
        AtomicInteger readings = new AtomicInteger();
        RunResult report = run((request, response) -> {
            if (request.method().equals("GET") && request.url().equals("/api/indicators")) {
                readings.incrementAndGet();
            }
            return (request.method() + request.url()).matches("GET/api/indicators\\?\\$skip=\\d+0")
                    ? without(response, readings.get() % 3)
                    : response;
        });
        assertEquals(List.of(), accused(report));
        assertEquals(Verdict.CONFORMANT, report.verdict());
    }

    private static Response without(Response page, int remainder) {
        if (page.status() != 200) {
            return page;
        }
        ObjectNode body = (ObjectNode) page.json().deepCopy();
        List<JsonNode> kept = body.path("value")
                .valueStream()
                .filter(entity -> entity.path("id").asLong() % 3 != remainder)
                .toList();
        body.putArray("value").addAll(kept);
        return page.withBody(body);
    }

    /** What lies behind a link that leads to its own page is missing, and that is the server's doing. */
    @Test
    void accusesAServerWhosePagesGoRoundInCircles() {
        RunResult report = run((request, response) -> isList(request)
                ? AlteringSender.rewritten(
                        response, LINK, "\"@odata.nextLink\":\"http://here" + quoted(request.url()) + "\"")
                : response);
        assertEquals(Verdict.NOT_CONFORMANT, report.verdict());
        assertEquals(
                List.of(),
                accused(report).stream().filter(row -> row.contains(" ERROR ")).toList());
    }

    private static String quoted(String url) {
        return url.replace("$", "\\$");
    }

    private static boolean isList(Request request) {
        return request.method().equals("GET");
    }

    private static RunResult run(BiFunction<Request, Response, Response> answer) {
        try (StubServer stub = StubServer.start(StubConfig.builder(TODAY.contract(), TODAY.register())
                .pageSize(20)
                .build())) {
            return new Runner(
                            TODAY.contract(),
                            TODAY.register(),
                            Clock.systemUTC(),
                            base -> new AlteringSender(base, message -> message, answer))
                    .run(Verifier.embedded(stub, TODAY.contract()));
        }
    }

    private static List<String> accused(RunResult report) {
        return report.rows().stream()
                .filter(row -> row.result().compareTo(Result.WARN) >= 0)
                .map((RequirementResult row) -> row.row().id() + " " + row.result() + " " + row.detail())
                .toList();
    }
}
