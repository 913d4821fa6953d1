package dev.tick.client.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tick.client.Values;
import dev.tick.client.indicators.api.IndicatorsApi;
import dev.tick.client.indicators.model.Action;
import dev.tick.client.indicators.model.ImportResult;
import dev.tick.client.indicators.model.ImportResults;
import dev.tick.client.indicators.model.Indicator;
import dev.tick.client.indicators.model.IndicatorDeletion;
import dev.tick.client.indicators.model.IndicatorImport;
import dev.tick.client.indicators.model.IndicatorSubmission;
import dev.tick.client.indicators.model.IndicatorType;
import dev.tick.spec.contract.Contract;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.journal.JournalEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Today's edition through its generated client to the stub and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TodayRoundTripTest {
    /** Before the expiration of every example, so that the dates of the examples do not rot. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static final Contract CONTRACT = Contract.load("indicators");
    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

    private final StubServer stub = StubServer.start(
            StubConfig.builder("indicators").clock(CLOCK).capacity(10).build());
    private final IndicatorsApi api = api(stub);

    private static IndicatorsApi api(StubServer stub) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(stub.baseUrl().toString());
        String token = stub.token(stub.application(), TokenVariant.SOUND);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return new IndicatorsApi(client);
    }

    @BeforeEach
    void forget() {
        stub.reset();
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    static Stream<String> submissions() {
        return CONTRACT.operation("submitOrUpdateIndicator").requestExamples().values().stream()
                .map(Object::toString);
    }

    @ParameterizedTest
    @MethodSource("submissions")
    void submitsListsAndDeletesAnExampleUnchanged(String example) throws Exception {
        Indicator created = api.submitOrUpdateIndicator(JSON.readValue(example, IndicatorSubmission.class));
        assertEquals(200, sent().status());
        assertEquals(Values.of(JSON.readTree(example)), Values.of(JSON.readTree(sent().body())));
        assertEquals(List.of(), sent().violations());
        assertHolds(example, created);
        Indicator listed = list().get(0);
        assertHolds(example, listed);
        assertEquals(created.getId(), listed.getId());
        api.deleteIndicator(created.getId());
        assertEquals(204, sent().status());
        assertEquals(List.of(), list());
    }

    @Test
    void updatesWhatIsThere() throws Exception {
        String example = submissions().findFirst().orElseThrow();
        Indicator first = api.submitOrUpdateIndicator(JSON.readValue(example, IndicatorSubmission.class));
        Indicator second = api.submitOrUpdateIndicator(
                JSON.readValue(example, IndicatorSubmission.class).title("Another"));
        assertEquals(first.getId(), second.getId());
        assertEquals("Another", list().get(0).getTitle());
    }

    @Test
    void importsTellingOfEachAndDeletesTogether() throws Exception {
        String example = CONTRACT.operation("importIndicators").requestExamples().values().stream()
                .findFirst()
                .orElseThrow()
                .toString();
        ImportResults results = api.importIndicators(JSON.readValue(example, IndicatorImport.class));
        assertEquals(
                List.of(false, false),
                results.getValue().stream().map(ImportResult::getIsFailed).toList());
        List<String> ids = results.getValue().stream().map(ImportResult::getId).toList();
        assertEquals(ids, list().stream().map(Indicator::getId).toList());
        api.batchDeleteIndicators(new IndicatorDeletion().indicatorIds(ids));
        assertEquals(204, sent().status());
        assertEquals(List.of(), list());
    }

    @Test
    void tellsOfTheOneThatFoundNoRoom() throws Exception {
        List<IndicatorSubmission> nine = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> address("192.0.2." + i))
                .toList();
        api.importIndicators(new IndicatorImport().indicators(nine));
        ImportResults partly = api.importIndicators(
                new IndicatorImport().indicators(List.of(address("192.0.2.10"), address("192.0.2.11"))));
        assertEquals(200, sent().status());
        assertEquals(
                "10 192.0.2.10 false null; "
                        + "null 192.0.2.11 true The limit of 10 active entities is reached; none can be added until one expires.",
                partly.getValue().stream()
                        .map(one -> one.getId() + " " + one.getIndicator() + " " + one.getIsFailed() + " "
                                + one.getFailureReason())
                        .collect(Collectors.joining("; ")));
    }

    @Test
    void filtersCutsAndSkips() throws Exception {
        for (String example : submissions().toList()) {
            api.submitOrUpdateIndicator(JSON.readValue(example, IndicatorSubmission.class));
        }
        String url = "https://malware.example/drop?file=1&step=a%20b+c";
        List<Indicator> found = api.listTenantIndicators("indicatorValue eq '" + url + "'", null, null)
                .getValue();
        assertEquals(
                List.of(url), found.stream().map(Indicator::getIndicatorValue).toList());
        List<Indicator> all = list();
        assertEquals(all.subList(2, 4), api.listTenantIndicators(null, 2, 2).getValue());
    }

    @Test
    void toldOfAnErrorTheClientKeepsTheEnvelope() {
        ApiException absent = assertThrows(ApiException.class, () -> api.deleteIndicator("995"));
        assertEquals(404, absent.getCode());
        assertTrue(absent.getResponseBody().contains("ResourceNotFound"), absent.getResponseBody());
        ApiException refused = assertThrows(
                ApiException.class,
                () -> api.submitOrUpdateIndicator(new IndicatorSubmission().indicatorValue("192.0.2.1")));
        assertEquals(400, refused.getCode());
        assertTrue(
                refused.getResponseBody().startsWith("{\"error\":{\"code\":\"InvalidRequestBody\""),
                refused.getResponseBody());
    }

    private static IndicatorSubmission address(String value) {
        return new IndicatorSubmission()
                .indicatorValue(value)
                .indicatorType(IndicatorType.IP_ADDRESS)
                .action(Action.ALERT)
                .title("t")
                .description("d");
    }

    private List<Indicator> list() throws ApiException {
        return api.listTenantIndicators(null, null, null).getValue();
    }

    private JournalEntry sent() {
        List<JournalEntry> journal = stub.journal();
        return journal.get(journal.size() - 1);
    }

    private static void assertHolds(String example, Indicator indicator) throws Exception {
        Values.assertHolds(JSON.readTree(example), JSON.readTree(JSON.writeValueAsString(indicator)));
    }
}
