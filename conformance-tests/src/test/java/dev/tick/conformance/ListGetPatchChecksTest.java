package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The checks of the list, get and patch pages, on a stub whose exchanges are altered under way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListGetPatchChecksTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final Register REGISTER = Register.load("tiindicators", CONTRACT);

    /** The rows of the pages that this test is about, without those on refusals. */
    private static final Register ROWS = new Register(
            REGISTER.source(),
            REGISTER.edition(),
            REGISTER.requirements().stream()
                    .filter(row -> row.id().matches("(LST|GET|CHG)-.*"))
                    .filter(row -> row.check()
                            .filter(check -> !check.title().equals("request refused"))
                            .isPresent())
                    .toList());

    private final StubServer stub =
            StubServer.start(StubConfig.builder(CONTRACT, REGISTER).build());

    @AfterAll
    void stop() {
        stub.close();
    }

    @Test
    void raisesNoFalseAlarmOnExchangesThatAreLeftAsTheyAre() {
        RunResult report =
                new Runner(CONTRACT, ROWS, Clock.systemUTC(), QuickSender::new).run(Verifier.embedded(stub, CONTRACT));
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(0, report.tally().warnings());
    }

    /** OData lets a server end an answer with a link to the rest. */
    @Test
    void followsAListFromPageToPage() {
        Sender.Factory paging = base -> new AlteringSender(
                base,
                message -> message,
                (message, response) -> (message.method() + message.url()).matches("GET/api/tiindicators(\\?page=.*)?")
                        ? page(base, message, response)
                        : response);
        RunResult report = new Runner(CONTRACT, ROWS, Clock.systemUTC(), paging).run(Verifier.embedded(stub, CONTRACT));
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(0, report.tally().warnings());
    }

    /** What ends between two pages moves the rest of the list forward, and one behind it is on neither page. */
    @Test
    void accusesNobodyWhereTheListShrinksBetweenItsPages() {
        AtomicInteger lists = new AtomicInteger();
        Sender.Factory paging = base -> new AlteringSender(base, message -> message, (message, response) -> {
            if (!(message.method() + message.url()).matches("GET/api/tiindicators(\\?page=.*)?")) {
                return response;
            }
            int list = message.url().contains("page=") ? lists.get() : lists.incrementAndGet();
            return page(base, message, response, list % 3);
        });
        RunResult report = new Runner(CONTRACT, ROWS, Clock.systemUTC(), paging).run(Verifier.embedded(stub, CONTRACT));
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(0, report.tally().warnings());
    }

    private static Response page(URI base, Request message, Response response) {
        return page(base, message, response, -1);
    }

    /** Five entities, and a link to the others; a long list lacks those with this remainder of three, but for the first. */
    private static Response page(URI base, Request message, Response response, int lacking) {
        int start = Integer.parseInt(message.url().replaceFirst("^[^=]*=?", "0"));
        ObjectNode body = (ObjectNode) response.json().deepCopy();
        if (response.status() == 200) {
            List<JsonNode> entities = shown(body.path("value").valueStream().toList(), lacking);
            ArrayNode some = body.putArray("value");
            entities.stream().skip(start).limit(5).forEach(some::add);
            if (start + 5 < entities.size()) {
                body.put("@odata.nextLink", base + "/api/tiindicators?page=" + (start + 5));
            }
        }
        return response.withBody(body);
    }

    private static List<JsonNode> shown(List<JsonNode> entities, int lacking) {
        return IntStream.range(0, entities.size())
                .filter(i -> entities.size() <= 10 || i < 5 || i % 3 != lacking)
                .mapToObj(entities::get)
                .toList();
    }

    @Test
    void catchesAListThatLeavesOut() {
        assertFails(
                base -> AlteringSender.rewriting(base, "\"value\":\\[.*]", "\"value\":[]"),
                "The list holds what the application submitted.");
    }

    @Test
    void catchesAListThatShowsWhatOthersSubmitted() {
        assertFails(
                base -> new AlteringSender(base, new Impersonation()::apply, (message, response) -> response),
                "The list holds nothing that another application submitted.");
    }

    @Test
    void catchesAChangeThatDoesNothing() {
        Sender.Factory reading = base -> new AlteringSender(
                base,
                message -> message.method().equals("PATCH")
                        ? message.withMethod("GET").withBody(Body.none())
                        : message,
                (message, response) -> response);
        assertFails(
                reading,
                "A change of the expiration takes effect.",
                "A change of the title takes effect.",
                "A change of the severity takes effect.",
                "A change of the description takes effect.",
                "A change of the recommended actions takes effect.");
    }

    @Test
    void catchesAChangeThatLosesWhatItDoesNotName() {
        Sender.Factory losing = base -> new AlteringSender(
                base,
                message -> message,
                (message, response) -> message.method().equals("GET")
                        ? AlteringSender.rewritten(response, "\"description\":\"[^\"]*\"", "\"description\":null")
                        : response);
        assertFails(
                losing,
                "A change keeps what it does not name.",
                "The indicator that is read carries the description that was submitted.");
    }

    @Test
    void catchesAnAnswerForWhatWasNeverSubmitted() {
        Sender.Factory inventing = base -> new AlteringSender(
                base,
                message -> message,
                (message, response) -> response.status() == 404
                        ? new Response(200, Map.of(), "{}".getBytes(StandardCharsets.UTF_8))
                        : response);
        assertFails(
                inventing,
                "An indicator that was never submitted gets 404.",
                "A change of an indicator that was never submitted gets 404.");
    }

    @Test
    void catchesAnIndicatorWhoseActionChanged() {
        Sender.Factory changing = base -> new AlteringSender(
                base,
                message -> message,
                (message, response) -> message.method().equals("GET")
                        ? AlteringSender.rewritten(response, "\"action\":\"AlertAndBlock\"", "\"action\":\"Alert\"")
                        : response);
        assertFails(changing, "The action of an indicator cannot be changed.");
    }

    @Test
    void warnsOfARefusedMethodThatDoesNotSayWhichAreTaken() {
        Sender.Factory silent = base -> new AlteringSender(
                base,
                message -> message,
                (message, response) -> response.status() == 405 ? new Response(405, Map.of(), new byte[0]) : response);
        assertHave(
                Result.WARN,
                silent,
                "A method that the path of an indicator does not take is answered with 405 and the methods it takes.");
    }

    /** Every request carries the token of the first one, so that all applications are one. */
    private static final class Impersonation {
        private Optional<String> first = Optional.empty();

        Request apply(Request message) {
            if (first.isEmpty()) {
                first = message.authorization();
            }
            return message.with("Authorization", first.orElse(""));
        }
    }

    private void assertFails(Sender.Factory senders, String... statements) {
        assertHave(Result.FAIL, senders, statements);
    }

    private void assertHave(Result result, Sender.Factory senders, String... statements) {
        RunResult report =
                new Runner(CONTRACT, ROWS, Clock.systemUTC(), senders).run(Verifier.embedded(stub, CONTRACT));
        List<String> having = report.rows().stream()
                .filter(row -> row.result() == result)
                .map(RequirementResult::row)
                .map(Requirement::statement)
                .toList();
        assertTrue(having.containsAll(List.of(statements)), having.toString());
        assertEquals(report.expected(), report.rows().size());
    }
}
