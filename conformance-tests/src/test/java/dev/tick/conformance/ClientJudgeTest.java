package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.client.ClientEnd;
import dev.tick.conformance.client.ClientJudge;
import dev.tick.conformance.client.ClientProgram;
import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.client.JudgeOptions;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Specification;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Sound clients are accused of nothing, wrong ones by the row that names what they do. */
class ClientJudgeTest {
    private static final Specification TODAY = Specification.load("indicators");
    private static final ClientScenarios SCENARIOS = ClientScenarios.of(TODAY);

    private static RunResult judged(ClientProgram client, String... scenarios) {
        JudgeOptions options = JudgeOptions.standard();
        return new ClientJudge(SCENARIOS, scenarios.length == 0 ? options : options.only(scenarios), Clock.systemUTC())
                .judge(client, () -> new StubStage(TODAY, Clock.systemUTC()));
    }

    @Test
    void aSoundClientOfTheFirstEditionIsAccusedOfNothing() {
        Specification first = Specification.load("tiindicators");
        RunResult result = new ClientJudge(ClientScenarios.of(first), JudgeOptions.standard(), Clock.systemUTC())
                .judge(PracticeClient.ofFirstEdition(), () -> new StubStage(first, Clock.systemUTC()));
        // The contract's examples of a change have a severity and a title alone, and the work is made of examples.
        assertEquals(Verdict.AS_FAR_AS_TESTED, result.verdict(), () -> told(result));
        assertEquals(
                List.of("CLI-023", "CLI-026", "CLI-027", "CLI-029"),
                result.rows().stream()
                        .filter(row -> row.result().compareTo(Result.NOTE) > 0)
                        .map(row -> row.row().id())
                        .toList());
    }

    /** A part proves no conformance, however well it was played. */
    @Test
    void aPartOfTheScenariosIsInconclusive() {
        RunResult result = judged(new PracticeClient(), "submit-429");
        assertEquals(Verdict.INCONCLUSIVE, result.verdict());
        assertEquals("", told(result));
    }

    private static PracticeClient client(Consumer<PracticeClient> habit) {
        PracticeClient client = new PracticeClient();
        habit.accept(client);
        return client;
    }

    private static String told(RunResult result) {
        return result.rows().stream()
                .filter(row -> row.result().compareTo(Result.NOTE) > 0)
                .map(row -> row.row().id() + " " + row.result() + " " + row.detail())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aSoundClientThatRetriesIsConformant() {
        RunResult result = judged(new PracticeClient());
        assertEquals(Verdict.CONFORMANT, result.verdict(), () -> told(result));
        Map<String, List<String>> named =
                new ClientJudge(SCENARIOS, JudgeOptions.standard(), Clock.systemUTC()).cases();
        result.rows()
                .forEach(row -> row.cases()
                        .forEach(one -> assertTrue(
                                named.getOrDefault(row.row().id(), List.of()).contains(one.id()), one::id)));
        // No example of an import has device groups, and nobody must send them.
        assertEquals("ICL-051 NOT_TESTABLE no call of the client carried this", told(result));
    }

    @Test
    void aSoundClientThatNeverRetriesIsAccusedOfNothing() {
        RunResult result = judged(client(one -> {
            one.attempts = 1;
            one.renewals = 0;
        }));
        assertEquals(Verdict.CONFORMANT, result.verdict(), () -> told(result));
        // What it never does cannot be seen to be done well.
        assertEquals(
                List.of(
                        "ICL-045 NOT_TESTABLE",
                        "ICL-051 NOT_TESTABLE",
                        "ICL-055 NOT_TESTABLE",
                        "ICL-060 NOT_TESTABLE",
                        "ICL-062 NOT_TESTABLE"),
                result.rows().stream()
                        .filter(row -> row.result().compareTo(Result.NOTE) > 0)
                        .map(row -> row.row().id() + " " + row.result())
                        .sorted()
                        .toList());
    }

    static Stream<Arguments> clientsThatDoNotWork() {
        ClientProgram nothing = program(task -> ClientEnd.ofSuccess());
        ClientProgram crashing = program(task -> {
            throw new IllegalStateException("crashed");
        });
        ClientProgram hanging = program(task -> new ClientEnd(Optional.empty(), ""));
        ClientProgram tokenOnly = client(one -> one.beforeCall = () -> {
            throw new IllegalStateException("crashed behind its token");
        });
        return Stream.of(
                Arguments.of("does nothing", nothing, "the client made no call for its work 'submit of "),
                Arguments.of(
                        "crashes",
                        crashing,
                        "it ended with code 1; it printed: java.lang.IllegalStateException: crashed"),
                Arguments.of("hangs", hanging, "the client did not end within 30 s"),
                Arguments.of("only fetches a token", tokenOnly, "crashed behind its token"));
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("clientsThatDoNotWork")
    void aClientThatDoesNotWorkIsNeverGreen(String name, ClientProgram client, String detail) {
        RunResult result = judged(client);
        assertEquals(Verdict.INCONCLUSIVE, result.verdict(), name);
        List<RequirementResult> green = result.rows().stream()
                .filter(row -> row.result() == Result.PASS)
                .toList();
        assertEquals(List.of(), green);
        assertTrue(told(result).contains(detail), () -> told(result));
    }

    private static Arguments wrong(
            String name, String row, String scenarios, Consumer<PracticeClient> habit, String detail) {
        return Arguments.of(name, row, scenarios, habit, detail);
    }

    private static Consumer<PracticeClient> body(Consumer<ObjectNode> change) {
        return one -> one.submit = body -> {
            change.accept(body);
            return body;
        };
    }

    static Stream<Arguments> wrongClients() {
        return Stream.of(
                wrong(
                        "sends no type",
                        "ICL-002",
                        "tour",
                        body(b -> b.remove("indicatorType")),
                        "a property 'indicatorType'"),
                wrong("sends no action", "ICL-003", "tour", body(b -> b.remove("action")), "a property 'action'"),
                wrong("sends no title", "ICL-004", "tour", body(b -> b.remove("title")), "a property 'title'"),
                wrong(
                        "sends no description",
                        "ICL-005",
                        "tour",
                        body(b -> b.remove("description")),
                        "a property 'description'"),
                wrong(
                        "sends a type of its own",
                        "ICL-007",
                        "tour",
                        body(b -> b.put("indicatorType", "Ip")),
                        "got \"Ip\""),
                wrong(
                        "sends an action of its own",
                        "ICL-008",
                        "tour",
                        body(b -> b.put("action", "Deny")),
                        "got \"Deny\""),
                wrong("sends the title as a number", "ICL-010", "tour", body(b -> b.put("title", 5)), "got 5"),
                wrong(
                        "sends a day as expiration",
                        "ICL-012",
                        "tour",
                        body(b -> b.put("expirationTime", "2030-12-12")),
                        "2030-12-12"),
                wrong(
                        "sends a severity of its own",
                        "ICL-013",
                        "tour",
                        body(b -> b.put("severity", "Fatal")),
                        "got \"Fatal\""),
                wrong(
                        "sends the wish for alerts as text",
                        "ICL-016",
                        "tour",
                        body(PracticeHabits::alertAsText),
                        "got \"true\""),
                wrong("sends a number as its id", "ICL-017", "tour", body(b -> b.put("externalId", 7)), "got 7"),
                wrong(
                        "sends a property of its own",
                        "ICL-028",
                        "tour",
                        body(b -> b.put("colour", "red")),
                        "does not hold"),
                wrong(
                        "sends an expiration that has passed",
                        "ICL-027",
                        "tour",
                        body(b -> b.put("expirationTime", "2020-01-01T00:00:00Z")),
                        "does not hold"),
                wrong("sends networks", "ICL-022", "tour", body(PracticeHabits::network), "192.0.2.10/24"),
                wrong("audits without alerts", "ICL-026", "tour", body(PracticeHabits::silentAudit), "generateAlert"),
                wrong(
                        "declares another media type",
                        "ICL-029",
                        "tour",
                        one -> one.contentType = PracticeHabits::mediaType,
                        "text/plain"),
                wrong("sends no token", "ICL-030", "tour", one -> one.authorization = "", "Authorization is missing"),
                wrong("sends a broken token", "ICL-030", "tour", one -> one.authorization = "Bearer x", "token"),
                wrong(
                        "misspells the list of an import",
                        "ICL-034",
                        "tour",
                        one -> one.importing = PracticeHabits::misspelt,
                        "a property 'Indicators'"),
                wrong(
                        "imports nothing",
                        "ICL-035",
                        "tour",
                        one -> one.importing = PracticeHabits::empty,
                        "at least 1 items"),
                wrong(
                        "deletes by numbers",
                        "ICL-040",
                        "tour",
                        one -> one.deletion = PracticeHabits::numbers,
                        "type \"string\""),
                wrong(
                        "deletes by value",
                        "ICL-043",
                        "tour",
                        one -> one.address = (id, value) -> value,
                        "in place of the id"),
                wrong("asks for too many", "ICL-044", "tour", one -> one.list = path -> path + "?$top=20000", "20000"),
                wrong(
                        "does not read on",
                        "ICL-048",
                        "pages",
                        one -> one.pages = PracticeClient.Pages.IGNORED,
                        "does not hold"),
                wrong(
                        "does not wait at 429",
                        "ICL-045",
                        "submit-429",
                        one -> one.waits = seconds -> 0,
                        "told to wait 1 s"),
                wrong(
                        "does not wait at 503",
                        "ICL-060",
                        "submit-503",
                        one -> one.waits = seconds -> 0,
                        "told to wait 1 s"),
                wrong(
                        "waits at 429, and not at the 503 behind it",
                        "ICL-060",
                        "throttled-then-busy",
                        one -> one.waits = new FirstWaitAlone(),
                        "told to wait 1 s"),
                wrong(
                        "repeats a forbidden submit",
                        "ICL-054",
                        "submit-403",
                        one -> one.repeats = status -> status == 403,
                        "repeated with the same token"),
                wrong(
                        "repeats a forbidden list",
                        "ICL-054",
                        "list-403",
                        one -> one.repeats = status -> status == 403,
                        "repeated with the same token"),
                wrong(
                        "repeats a forbidden delete",
                        "ICL-054",
                        "delete-403",
                        one -> one.repeats = status -> status == 403,
                        "repeated with the same token"),
                wrong(
                        "repeats a forbidden import",
                        "ICL-054",
                        "import-403",
                        one -> one.repeats = status -> status == 403,
                        "repeated with the same token"),
                wrong(
                        "repeats what is wrong",
                        "ICL-055",
                        "submit-400",
                        one -> one.repeats = status -> status == 400,
                        "does not hold"),
                wrong(
                        "repeats what is gone",
                        "ICL-056",
                        "delete-404",
                        one -> one.repeats = status -> status == 404,
                        "does not hold"),
                wrong(
                        "repeats a conflict",
                        "ICL-057",
                        "submit-409",
                        one -> one.repeats = status -> status == 409,
                        "does not hold"),
                wrong(
                        "repeats what is too large",
                        "ICL-058",
                        "submit-413",
                        one -> one.repeats = status -> status == 413,
                        "does not hold"),
                wrong(
                        "repeats a media type",
                        "ICL-059",
                        "submit-415",
                        one -> one.repeats = status -> status == 415,
                        "does not hold"),
                wrong(
                        "renews its token for ever",
                        "ICL-061",
                        "token-refused",
                        one -> one.renewals = 5,
                        "got 401 401 401"),
                wrong(
                        "repeats with an old token",
                        "ICL-062",
                        "token-expires",
                        PracticeHabits::keepsOldToken,
                        "does not hold"),
                wrong(
                        "asks for a token at every call",
                        "ICL-063",
                        "tour",
                        one -> one.keeping = PracticeClient.Keeping.NOTHING,
                        "does not hold"),
                wrong(
                        "takes each answer as success",
                        "ICL-064",
                        "submit-400",
                        one -> one.said = (status, honest) -> "done",
                        "as done"),
                wrong(
                        "takes each answer as failure",
                        "ICL-064",
                        "tour",
                        one -> one.said = (status, honest) -> "failed",
                        "as failed"),
                wrong("takes half a list as whole", "ICL-065", "list-cut", PracticeHabits::trusting, "as done"),
                wrong("takes half an import as whole", "ICL-065", "import-cut", PracticeHabits::trusting, "as done"),
                wrong("takes a lost answer as success", "ICL-065", "answer-lost", PracticeHabits::trusting, "as done"),
                wrong(
                        "puts its token into the URL",
                        "ICL-066",
                        "tour",
                        one -> one.query = "access_token=TOKEN",
                        "access_token"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongClients")
    void aWrongClientIsCaughtByItsRow(
            String name, String row, String scenarios, Consumer<PracticeClient> habit, String detail) {
        RunResult result = caught(habit, scenarios, detail);
        RequirementResult own = result.rows().stream()
                .filter(one -> one.row().id().equals(row))
                .findFirst()
                .orElseThrow();
        Result expected = switch (own.row().level()) {
            case MUST -> Result.FAIL;
            case SHOULD -> Result.WARN;
            case MAY -> Result.NOTE;
        };
        assertEquals(expected, own.result(), () -> name + ": " + told(result));
        assertTrue(
                own.cases().stream().map(CaseResult::detail).anyMatch(told -> told.contains(detail)),
                () -> own.cases().toString());
        List<String> accused = result.rows().stream()
                .filter(one -> one.row().level() == Level.MUST && one.result() == Result.FAIL)
                .map(one -> one.row().id())
                .filter(id -> !id.equals(row))
                .toList();
        assertEquals(List.of(), accused, () -> name + ": " + told(result));
    }

    /** A busy machine may itself keep a client waiting that hurries, which then is not early; so that one hurries again. */
    private static RunResult caught(Consumer<PracticeClient> habit, String scenarios, String detail) {
        RunResult result = judged(client(habit), scenarios);
        for (int i = 0;
                i < 10 && detail.startsWith("told to wait") && !details(result).contains(detail);
                i++) {
            result = judged(client(habit), scenarios);
        }
        return result;
    }

    private static String details(RunResult result) {
        return result.rows().stream()
                .flatMap(row -> row.cases().stream())
                .map(CaseResult::detail)
                .collect(Collectors.joining("\n"));
    }

    /** Waits when it is first told to, and never again. */
    private static final class FirstWaitAlone implements LongUnaryOperator {
        private boolean waited;

        @Override
        public long applyAsLong(long seconds) {
            long millis = waited ? 0 : seconds * 1000;
            waited = true;
            return millis;
        }
    }
}
