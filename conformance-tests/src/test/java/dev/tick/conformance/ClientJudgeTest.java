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
import dev.tick.spec.client.ClientScenario;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound clients are accused of nothing, wrong ones by the row that names what they do. */
class ClientJudgeTest {
    private static final Specification TODAY = Specification.load("indicators");
    private static final Specification FIRST = Specification.load("tiindicators");

    /** Rows that say what a client may do, so that doing it and leaving it are both right. */
    private static final List<String> UNBREAKABLE = List.of("ICL-052", "ICL-067", "ICL-068");

    private static final ClientScenarios SCENARIOS = ClientScenarios.of(TODAY);

    private static RunResult judged(ClientProgram client, String... scenarios) {
        return judged(TODAY, client, scenarios);
    }

    private static RunResult judged(Specification specification, ClientProgram client, String... scenarios) {
        JudgeOptions options = JudgeOptions.standard();
        ClientScenarios all = specification.name().equals(TODAY.name()) ? SCENARIOS : ClientScenarios.of(specification);
        return new ClientJudge(all, scenarios.length == 0 ? options : options.only(scenarios), Clock.systemUTC())
                .judge(client, () -> new StubStage(specification, Clock.systemUTC()));
    }

    @Test
    void aSoundClientOfTheFirstEditionIsAccusedOfNothing() {
        RunResult result = judged(FIRST, PracticeClient.ofFirstEdition());
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
                        "ICL-062 NOT_TESTABLE",
                        "ICL-074 NOT_TESTABLE"),
                result.rows().stream()
                        .filter(row -> row.result().compareTo(Result.NOTE) > 0)
                        .map(row -> row.row().id() + " " + row.result())
                        .sorted()
                        .toList());
    }

    /** What it sends there without its token is no call of the service, and breaks nothing. */
    @Test
    void aClientThatFollowsARedirectWithoutItsTokenIsAccusedOfNothing() {
        RunResult result = judged(
                client(one -> one.redirects = PracticeClient.Redirects.FOLLOWED_WITHOUT_TOKEN),
                "list-redirected",
                "submit-redirected");
        assertEquals("", told(result));
        assertEquals(
                List.of("the client followed the redirect without its token"),
                result.rows().stream()
                        .filter(row -> row.row().id().equals("ICL-072"))
                        .flatMap(row -> row.cases().stream())
                        .map(CaseResult::detail)
                        .distinct()
                        .toList());
    }

    @Test
    void aClientThatTakesADeleteThatFindsNothingAsDoneIsAccusedOfNothing() {
        RunResult result = judged(
                client(one -> one.said = (status, honest) -> status == 404 ? "done" : honest),
                "delete-answer-lost",
                "batch-delete-answer-lost");
        assertEquals("", told(result));
        assertEquals(
                List.of("holds: 'delete of 192.0.2.10' got lost 404", "the client's report is what the journal shows"),
                details(result, "delete-answer-lost"));
    }

    /** It gave up, and did its work no more than it could. */
    @Test
    void aClientThatTheTokenEndpointRefusesIsAccusedOfNothing() {
        RunResult result = judged(client(one -> one.attempts = 1), "token-503", "token-401", "token-cut", "token-429");
        assertEquals(
                "ICL-074 NOT_TESTABLE the client did not ask for a token again after it was told to wait, so there was no"
                        + " wait to see",
                told(result));
        assertEquals(
                List.of(
                        "holds: the token endpoint refused with 401, and was not asked the same again",
                        "the client's report is what the journal shows"),
                details(result, "token-401"));
        assertEquals(List.of("the client's report is what the journal shows"), details(result, "token-cut"));
    }

    /** The scenario is not to blame for what is wrong with the client's own secret. */
    @Test
    void aClientWithAWrongSecretDidNotDoItsWork() {
        ClientProgram client = program(task -> {
            Map<String, String> environment = new HashMap<>(task.environment());
            environment.put(ClientTask.CLIENT_SECRET, "sesame");
            return new PracticeClient().run(new ClientTask(environment, task.folder(), task.deadline()));
        });
        RunResult result = judged(client, "tour", "token-503", "token-429");
        assertEquals(
                Set.of(Result.ERROR),
                result.rows().stream()
                        .filter(row -> row.row().level() == Level.SHOULD)
                        .filter(row ->
                                Set.of("ICL-064", "ICL-074").contains(row.row().id()))
                        .map(RequirementResult::result)
                        .collect(Collectors.toSet()));
        assertTrue(told(result).contains("the client made no call for its work 'submit of "), () -> told(result));
    }

    /** It is killed for that, and obeyed all the same. */
    @ParameterizedTest
    @CsvSource({"submit-429-for-an-hour, NOT_APPLICABLE", "submit-429-without-time, NOT_APPLICABLE", "submit-429, ERROR"
    })
    void aClientThatStillWaitsAsItWasToldHasNotFailed(String scenario, Result reported) {
        ClientProgram waiting = program(task -> {
            client(one -> one.attempts = 1).run(task);
            return new ClientEnd(Optional.empty(), "");
        });
        RunResult result = judged(waiting, scenario);
        assertEquals(reported, result("ICL-064", result), () -> told(result));
    }

    @Test
    void aClientThatWaitsForAnHourWaitsAsItWasTold() {
        ClientProgram waiting = program(task -> {
            client(one -> one.attempts = 1).run(task);
            return new ClientEnd(Optional.empty(), "");
        });
        RunResult result = judged(waiting, "submit-429-for-an-hour");
        assertEquals(Result.PASS, result("ICL-045", result), () -> told(result));
        assertTrue(
                details(result, "submit-429-for-an-hour").contains("told to wait 3600 s, the client did not come back"),
                () -> details(result, "submit-429-for-an-hour").toString());
        assertEquals(Result.PASS, result("ICL-045", judged(new PracticeClient(), "submit-429-for-an-hour")));
    }

    private static Result result(String row, RunResult of) {
        return of.rows().stream()
                .filter(one -> one.row().id().equals(row))
                .map(RequirementResult::result)
                .findFirst()
                .orElseThrow();
    }

    /** Returns what is said of the rows that a scenario decides. */
    private static List<String> details(RunResult result, String scenario) {
        return result.rows().stream()
                .flatMap(row -> row.cases().stream())
                .filter(one -> one.id().endsWith("/" + scenario))
                .map(CaseResult::detail)
                .sorted()
                .toList();
    }

    /** The item that failed came first, and what followed does not make it good. */
    @Test
    void aClientThatImportsItemByItemIsAccusedOfNothing() {
        RunResult result = judged(client(one -> one.batches = PracticeHabits::oneByOne), "import-fails-in-part");
        assertEquals(
                List.of("holds: the client's report is what the journal shows"),
                result.rows().stream()
                        .filter(row -> row.row().id().equals("ICL-047"))
                        .flatMap(row -> row.cases().stream())
                        .map(CaseResult::detail)
                        .toList());
    }

    /** What it made of an answer is seen in what it says alone; that it cannot import is no matter of the answer before. */
    static Stream<Arguments> clientsOfWhichTooLittleIsSeen() {
        return Stream.of(
                Arguments.of(
                        "writes no report",
                        program(task -> {
                            ClientEnd end = new PracticeClient().run(task);
                            Files.deleteIfExists(task.report());
                            return end;
                        }),
                        "NOT_TESTABLE",
                        "the client wrote no report"),
                Arguments.of(
                        "cannot import",
                        client(one -> one.importing = body -> {
                            throw new IllegalStateException("import is not supported");
                        }),
                        "ERROR",
                        "the client made no call for its work 'import of "),
                Arguments.of(
                        "is refused for a wrong submit",
                        client(one -> one.submit = body -> body.put("action", "Deny")),
                        "NOT_TESTABLE",
                        "the client got no 2xx for its work 'submit of "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clientsOfWhichTooLittleIsSeen")
    void aClientOfWhichTooLittleIsSeenIsNotSaidToMisunderstand(
            String name, ClientProgram client, String kind, String detail) {
        RequirementResult row = row(judged(client, "unknown-properties"), "ICL-046");
        assertEquals(kind, row.result().name(), name);
        assertTrue(row.detail().startsWith(detail), row::detail);
    }

    /** A row that binds nobody has the same result whether it holds or not. */
    @ParameterizedTest
    @ValueSource(strings = {"CLI-034", "CLI-035", "CLI-038"})
    void aSoundClientUnderstandsWhatIsUnusual(String row) {
        List<String> said = row(judged(FIRST, PracticeClient.ofFirstEdition(), scenariosOf(row)), row).cases().stream()
                .map(CaseResult::detail)
                .distinct()
                .toList();
        assertEquals(List.of("holds: the client took each 2xx as a success, and went on"), said);
    }

    /** A list twice in a row is no repetition where it stands before a submit. */
    @Test
    void aSoundClientMayReadBeforeItWrites() {
        PracticeClient client = PracticeClient.ofFirstEdition();
        client.looksBeforeItSubmits = true;
        List<String> said = row(judged(FIRST, client, scenariosOf("CLI-034")), "CLI-034").cases().stream()
                .map(CaseResult::detail)
                .distinct()
                .toList();
        assertEquals(List.of("holds: the client took each 2xx as a success, and went on"), said);
    }

    private static String[] scenariosOf(String row) {
        return ClientScenarios.of(FIRST).scenarios().stream()
                .filter(one -> one.rules().stream().anyMatch(rule -> rule.row().equals(row)))
                .map(ClientScenario::name)
                .toArray(String[]::new);
    }

    private static RequirementResult row(RunResult result, String id) {
        return result.rows().stream()
                .filter(one -> one.row().id().equals(id))
                .findFirst()
                .orElseThrow();
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

    /** The run of a client. */
    private interface Run {
        ClientEnd of(ClientTask task) throws IOException;
    }

    private static ClientProgram program(Run run) {
        return new ClientProgram() {
            @Override
            public String name() {
                return "program";
            }

            @Override
            public ClientEnd run(ClientTask task) {
                try {
                    return run.of(task);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
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

    static Stream<WrongClients.WrongClient> wrongClients() {
        return Stream.concat(WrongClients.ofToday(), WrongClients.ofFirstEdition());
    }

    @Test
    void aWrongClientIsThereForWhateverHasAScenario() {
        assertTrue(wrongClients().count() >= 100, () -> wrongClients().count() + " wrong clients");
        Set<String> caught = wrongClients().map(one -> one.row()).collect(Collectors.toSet());
        assertEquals(
                UNBREAKABLE,
                SCENARIOS.decided().stream()
                        .filter(row -> !caught.contains(row))
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("wrongClients")
    void aWrongClientIsCaughtByItsRow(WrongClients.WrongClient wrong) {
        RunResult result = caught(wrong);
        RequirementResult own = row(result, wrong.row());
        Result expected = switch (own.row().level()) {
            case MUST -> Result.FAIL;
            case SHOULD -> Result.WARN;
            case MAY -> Result.NOTE;
        };
        assertEquals(expected, own.result(), () -> wrong + ": " + told(result));
        assertTrue(
                own.cases().stream().map(CaseResult::detail).anyMatch(told -> told.contains(wrong.detail())),
                () -> own.cases().toString());
        List<String> accused = result.rows().stream()
                .filter(one -> one.row().level() == Level.MUST && one.result() == Result.FAIL)
                .map(one -> one.row().id())
                .filter(id -> !id.equals(wrong.row()))
                .toList();
        assertEquals(List.of(), accused, () -> wrong + ": " + told(result));
    }

    /** A busy machine may itself keep a client waiting that hurries, which then is not early; so that one hurries again. */
    static RunResult caught(WrongClients.WrongClient wrong) {
        RunResult result = judged(wrong);
        for (int i = 0;
                i < 10
                        && wrong.detail().startsWith("told to wait")
                        && !details(result).contains(wrong.detail());
                i++) {
            result = judged(wrong);
        }
        return result;
    }

    private static RunResult judged(WrongClients.WrongClient wrong) {
        boolean isOfFirst = wrong.row().startsWith("CLI");
        PracticeClient client = isOfFirst ? PracticeClient.ofFirstEdition() : new PracticeClient();
        wrong.habit().accept(client);
        return judged(isOfFirst ? FIRST : TODAY, client, wrong.scenario());
    }

    private static String details(RunResult result) {
        return result.rows().stream()
                .flatMap(row -> row.cases().stream())
                .map(CaseResult::detail)
                .collect(Collectors.joining("\n"));
    }
}
