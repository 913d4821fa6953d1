package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.client.ClientEnd;
import dev.tick.conformance.client.ClientJudge;
import dev.tick.conformance.client.ClientProgram;
import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.client.JudgeOptions;
import dev.tick.conformance.client.JudgeSettings;
import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.report.html.HtmlReport;
import dev.tick.conformance.report.model.BuildInfo;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.client.ClientScenario;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.client.WorkVerb;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that can do some kinds of work alone is asked for these. */
class ClientCapabilitiesTest {
    private static final Specification TODAY = Specification.load("indicators");
    private static final Set<Effect> WITHOUT_DELETES = Set.of(Effect.CREATE, Effect.LIST, Effect.CREATE_MANY);
    private static final String ALL =
            "not asked for; the setting capabilities=batch-delete,delete,import,list,submit asks for everything";

    /** Most of the time is waiting, as the scenarios ask for it; so all wait together. */
    private static final JudgeOptions OPTIONS = new JudgeOptions(Duration.ofSeconds(60), 16, Optional.empty());

    private final Set<String> asked = new ConcurrentSkipListSet<>();

    private RunResult judged(JudgeOptions options) {
        ClientProgram client = new ClientProgram() {
            @Override
            public String name() {
                return "client";
            }

            @Override
            public ClientEnd run(ClientTask task) {
                note(task);
                return new PracticeClient().run(task);
            }
        };
        return new ClientJudge(ClientScenarios.of(TODAY), options, Clock.systemUTC())
                .judge(client, () -> new StubStage(TODAY, Clock.systemUTC()));
    }

    private void note(ClientTask task) {
        try {
            JsonNode told = JsonMapper.shared().readTree(Files.readString(task.work()));
            told.path("work").forEach(piece -> asked.add(piece.path("do").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ids(RunResult result, Result of) {
        return result.rows().stream()
                .filter(row -> row.result() == of)
                .map(row -> row.row().id())
                .toList();
    }

    private static RequirementResult row(RunResult result, String id) {
        return result.rows().stream()
                .filter(row -> row.row().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClientThatNeverDeletesIsAskedForNoneAndConformant() {
        RunResult result = judged(OPTIONS.with(WITHOUT_DELETES));
        assertEquals(Set.of("import", "list", "submit"), asked);
        assertEquals(Verdict.CONFORMANT, result.verdict(), () -> result.rows().toString());
        assertEquals(List.of("ICL-051"), ids(result, Result.NOT_TESTABLE));
        List<String> left = result.rows().stream()
                .filter(row -> row.detail().equals(ALL))
                .map(row -> row.row().id())
                .toList();
        // The address of a delete, and the bodies of batch deletes.
        assertEquals(
                List.of(),
                TODAY.register().of(Subject.CLIENT).stream()
                        .filter(row -> row.schema()
                                .filter(place -> place.matches(".*(\\{id}|BatchDelete|IndicatorDeletion).*"))
                                .isPresent())
                        .map(Requirement::id)
                        .filter(id -> !left.contains(id))
                        .toList());
        // Only a delete meets a 404.
        assertEquals(
                List.of("ICL-056"),
                left.stream().filter(id -> !isAboutDeletes(id)).toList());
        left.forEach(id -> assertEquals(Result.NOT_APPLICABLE, row(result, id).result()));
        // Rows that other work decides, too, are decided.
        assertEquals(Result.PASS, row(result, "ICL-054").result());
        assertEquals(ClientScenarios.of(TODAY).decidable().size(), result.rows().size());
    }

    private static boolean isAboutDeletes(String id) {
        return TODAY.register().requirements().stream()
                .filter(row -> row.id().equals(id))
                .anyMatch(row -> (row.statement() + row.schema())
                        .toLowerCase(Locale.ROOT)
                        .contains("delet"));
    }

    @Test
    void theReportTellsWhatWasAskedFor() {
        RunResult result = judged(OPTIONS.with(Set.of(Effect.LIST)).only("list-400", "list-403"));
        assertEquals(Set.of("list"), asked);
        assertEquals(Set.of(Effect.LIST), result.stamp().target().capabilities());
        String page = new HtmlReport()
                .render(ReportModel.of(
                        result,
                        Comparisons.none(),
                        TODAY.contract(),
                        new BuildInfo("1.2.3", "abc1234"),
                        Optional.empty()));
        assertTrue(page.contains("<dt>Capabilities</dt><dd>list</dd>"), page);
        assertTrue(page.contains(" --capabilities list --scenarios list-400"), page);
    }

    @Test
    void aTourIsShortenedAndAStepWithoutItsCallIsNotPlayed() {
        List<ClientScenario> left =
                ClientScenarios.of(TODAY).within(Set.of(Effect.LIST)).scenarios();
        assertEquals(
                List.of(
                        "tour",
                        "pages",
                        "begins-empty",
                        "unknown-properties",
                        "unknown-values",
                        "list-403",
                        "list-429",
                        "list-503",
                        "list-cut",
                        "list-500",
                        "list-400",
                        "list-token-expires",
                        "list-redirected"),
                left.stream().map(ClientScenario::name).toList());
        assertEquals(
                List.of(WorkVerb.LIST),
                left.get(0).work().stream().map(order -> order.verb()).toList());
        // What a scenario decides of work that is left out, it decides no more.
        assertTrue(ClientScenarios.of(TODAY).within(Set.of(Effect.CREATE)).scenarios().stream()
                .noneMatch(one -> one.name().equals("pages")));
    }

    private static JudgeOptions options(String words) {
        return new JudgeSettings(Map.of("client.capabilities", words), "client.").options();
    }

    @Test
    void readsTheWordsOfServers() {
        assertEquals(Set.of(Effect.CREATE, Effect.READ), options("get, submit").capabilities());
        assertEquals(Set.of(Effect.CREATE_MANY), options("import").capabilities());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lits | client.capabilities: 'lits' is unknown (did you mean 'list'?); use some of submit,list,get,patch,delete,import,batch-delete",
                "' , ' | client.capabilities: expected what the client can do, such as submit,list; leave it out for all",
                "list,delete | client.capabilities: 'delete' is asked for with what was submitted before; add submit"
            })
    void wordsThatCannotBeUsedAreRefused(String words, String message) {
        assertEquals(
                message,
                assertThrows(InvalidSettingException.class, () -> options(words))
                        .getMessage());
    }

    private static String refused(JudgeOptions options) {
        Settings settings = Settings.of(Map.of("contract", "indicators"), Map.of());
        return String.valueOf(assertThrows(
                        InvalidSettingException.class, () -> new ClientVerifier(settings, options, Clock.systemUTC()))
                .getMessage());
    }

    @Test
    void aScenarioThatIsLeftOutCannotBeChosen() {
        assertEquals(
                "scenarios: 'delete-403' needs work that the capabilities leave out; leave out the one or the other",
                refused(OPTIONS.with(WITHOUT_DELETES).only("tour", "delete-403")));
        assertEquals(
                "capabilities: the capabilities leave no scenario of contracts/indicators/scenarios.yaml",
                refused(OPTIONS.with(Set.of(Effect.READ))));
    }
}
