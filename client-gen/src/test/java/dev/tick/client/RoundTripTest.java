package dev.tick.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tick.client.api.TiIndicatorsApi;
import dev.tick.client.model.Indicator;
import dev.tick.client.model.IndicatorChange;
import dev.tick.client.model.IndicatorSubmission;
import dev.tick.spec.contract.Contract;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.journal.JournalEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the contract, through the generated client to the stub and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTest {
    /** Before the expiration of every example, so that the dates of the examples do not rot. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

    private final StubServer stub =
            StubServer.start(StubConfig.builder("tiindicators").clock(CLOCK).build());
    private final TiIndicatorsApi api = api(stub);

    private static TiIndicatorsApi api(StubServer stub) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(stub.baseUrl().toString());
        String token = stub.token(stub.application(), TokenVariant.SOUND);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return new TiIndicatorsApi(client);
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    static Stream<String> submissions() {
        return CONTRACT.operation("submitIndicator").requestExamples().values().stream()
                .map(Object::toString);
    }

    static Stream<String> changes() {
        return CONTRACT.operation("updateIndicator").requestExamples().values().stream()
                .map(Object::toString);
    }

    @ParameterizedTest
    @MethodSource("submissions")
    void submitsReadsListsAndDeletesAnExampleUnchanged(String example) throws Exception {
        Indicator created = api.submitIndicator(JSON.readValue(example, IndicatorSubmission.class));
        assertEquals(Values.of(JSON.readTree(example)), Values.of(JSON.readTree(sent().body())));
        assertEquals(List.of(), sent().violations());
        assertHolds(example, created);
        assertHolds(example, api.getIndicator(created.getIndicator()));
        Indicator listed = api.listIndicators().getValue().stream()
                .filter(one -> one.getIndicator().equals(created.getIndicator()))
                .findFirst()
                .orElseThrow();
        assertHolds(example, listed);
        api.removeIndicator(created.getIndicator());
        assertEquals(204, sent().status());
        assertEquals(
                List.of(),
                api.listIndicators().getValue().stream()
                        .filter(one -> one.getIndicator().equals(created.getIndicator()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changesByAnExample(String example) throws Exception {
        String submission = submissions().findFirst().orElseThrow();
        Indicator created = api.submitIndicator(JSON.readValue(submission, IndicatorSubmission.class));
        Indicator changed = api.updateIndicator(created.getIndicator(), JSON.readValue(example, IndicatorChange.class));
        assertEquals(Values.of(JSON.readTree(example)), Values.of(JSON.readTree(sent().body())));
        assertHolds(example, changed);
    }

    /** The page's own example, its date moved to the future. */
    @Test
    void submitsTheExampleOfThePage() throws Exception {
        String page = """
                {
                    "indicator": "220e7d15b0b3d7fac48f2bd61114db1022197f7f",
                    "indicatorType": "FileSha1",
                    "title": "test",
                    "expirationTime": "2030-12-12T00:00:00Z",
                    "action": "AlertAndBlock",
                    "severity": "Informational",
                    "description": "test",
                    "recommendedActions": "TEST"
                }
                """;
        assertHolds(page, api.submitIndicator(JSON.readValue(page, IndicatorSubmission.class)));
        assertEquals(201, sent().status());
    }

    @Test
    void toldOfAnErrorTheClientKeepsTheEnvelope() {
        ApiException refused = assertThrows(
                ApiException.class, () -> api.submitIndicator(new IndicatorSubmission().indicator("192.0.2.1")));
        assertEquals(400, refused.getCode());
        // The client sends a required property that is not set as null.
        assertTrue(
                refused.getResponseBody().contains("/action: expected type \\\"string\\\", got null."),
                refused.getResponseBody());
    }

    private JournalEntry sent() {
        List<JournalEntry> journal = stub.journal();
        return journal.get(journal.size() - 1);
    }

    private static void assertHolds(String example, Indicator indicator) throws Exception {
        Values.assertHolds(JSON.readTree(example), JSON.readTree(JSON.writeValueAsString(indicator)));
    }
}
