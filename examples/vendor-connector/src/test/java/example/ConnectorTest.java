package example;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.junit.StubExtension;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorTest {
    @RegisterExtension
    static final StubExtension TICK =
            StubExtension.with(StubConfig.builder("indicators").pageSize(2).capacity(4).build());

    private static final Map<String, String> INDICATOR = indicator("192.0.2.10");

    private final List<Duration> rests = new ArrayList<>();
    private StubServer stub;
    private Connector connector;

    @BeforeEach
    void connect(StubServer running) {
        stub = running;
        connector = connector(stub.application().secret());
    }

    private static Map<String, String> indicator(String address) {
        return Map.of(
                "indicatorValue", address,
                "indicatorType", "IpAddress",
                "action", "Block",
                "title", "Seen in an exercise",
                "description", "An address of an exercise");
    }

    private static List<Map<String, String>> indicators(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> indicator("192.0.2." + i))
                .toList();
    }

    private Connector connector(String secret) {
        return new Connector(stub.baseUrl(), stub.tokenEndpoint(), stub.application().id(), secret, rests::add);
    }

    private List<Integer> statuses() {
        return stub.journal().stream().map(JournalEntry::status).toList();
    }

    @Test
    void submits() throws Exception {
        connector.submit(INDICATOR);
        assertEquals(List.of(200), statuses());
        assertTrue(stub.journal().get(0).violations().isEmpty());
    }

    @Test
    void listsAllPages() throws Exception {
        for (Map<String, String> one : indicators(3)) {
            connector.submit(one);
        }
        List<Object> values = connector.list().stream()
                .map(one -> one.get("indicatorValue"))
                .sorted()
                .toList();
        assertEquals(List.of("192.0.2.1", "192.0.2.2", "192.0.2.3"), values);
        assertEquals(List.of(200, 200, 200, 200, 200), statuses());
    }

    @Test
    void saysWhatBecameOfEachImportedIndicator() throws Exception {
        List<Imported> results = connector.importAll(indicators(5));
        assertEquals(
                List.of(true, true, true, true, false),
                results.stream().map(one -> one.id().isPresent()).toList());
        assertEquals(
                Optional.of("192.0.2.5"),
                results.stream()
                        .filter(one -> one.failure().isPresent())
                        .map(Imported::value)
                        .findFirst());
    }

    @Test
    void importsFiveHundredAtATime() throws Exception {
        assertEquals(1001, connector.importAll(Collections.nCopies(1001, INDICATOR)).size());
        assertEquals(List.of(200, 200, 200), statuses());
    }

    /** 501 ids in one call would be refused with 400, whether or not they are known. */
    @Test
    void deletesFiveHundredAtATime() {
        Refusal refusal = assertThrows(Refusal.class, () -> connector.deleteAll(Collections.nCopies(501, "1")));
        assertEquals(404, refusal.status());
    }

    @Test
    void deletesById() throws Exception {
        String id = connector.submit(INDICATOR);
        connector.deleteAll(List.of(connector.submit(indicator("192.0.2.11"))));
        connector.delete(id);
        assertEquals(List.of(), connector.list());
        Refusal refusal = assertThrows(Refusal.class, () -> connector.delete(id));
        assertEquals(404, refusal.status());
    }

    @Test
    void saysWhatTheServiceRefused() {
        IOException refusal = assertThrows(
                IOException.class, () -> connector.submit(Map.of("indicatorValue", "192.0.2.10", "indicatorType", "IpAddress", "title", "t", "description", "d")));
        assertTrue(refusal.getMessage().contains("Parameter action is missing."), refusal.getMessage());
        assertEquals(List.of("ICL-003", "ISU-034", "ISU-035", "IER-004"), stub.journal().get(0).requirements());
    }

    @Test
    void renewsATokenThatExpiresBetweenTwoCalls() throws Exception {
        stub.play("token-expires");
        connector.submit(INDICATOR);
        connector.submit(INDICATOR);
        assertEquals(List.of(200, 401, 200), statuses());
    }

    @Test
    void waitsAsLongAsItIsAsked() throws Exception {
        stub.play("429 x2");
        connector.submit(INDICATOR);
        assertEquals(List.of(429, 429, 200), statuses());
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)), rests);
    }

    @Test
    void doesNotWaitForMinutes() {
        stub.play("retry-after 5m");
        Refusal refusal = assertThrows(Refusal.class, () -> connector.submit(INDICATOR));
        assertEquals(429, refusal.status());
        assertEquals(List.of(), rests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "drop", "garbage", "half-close", "half-reset", "last-chunk-cut"})
    void sendsAgainWhatGotNoWholeAnswer(String loss) throws Exception {
        stub.play(loss + " x1");
        connector.submit(INDICATOR);
        assertEquals(List.of(200, 200), statuses());
        assertEquals(1, rests.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void sendsAgainAfterPassingTrouble(int trouble) throws Exception {
        stub.play(trouble + " x1");
        connector.submit(INDICATOR);
        assertEquals(List.of(trouble, 200), statuses());
        assertEquals(1, rests.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 413, 415, 501})
    void doesNotRepeatWhatIsRefused(int refused) {
        stub.play(String.valueOf(refused));
        Refusal refusal = assertThrows(Refusal.class, () -> connector.submit(INDICATOR));
        assertEquals(refused, refusal.status());
        assertEquals(List.of(refused), statuses());
    }

    @Test
    void givesUpWhenANewTokenIsRefusedToo() {
        stub.play("401");
        Refusal refusal = assertThrows(Refusal.class, () -> connector.submit(INDICATOR));
        assertEquals(401, refusal.status());
        assertEquals(List.of(401, 401), statuses());
        assertEquals(2, stub.tokenCalls().size());
    }

    @Test
    void givesUpInAnOutage() {
        stub.play("outage");
        IOException last = assertThrows(IOException.class, () -> connector.submit(INDICATOR));
        assertTrue(last.getMessage().startsWith("503 "), last.getMessage());
        assertEquals(5, statuses().size());
    }

    @Test
    void livesWithAServerThatAnswers202() throws Exception {
        stub.play("fault ISU-001-answers-202");
        connector.submit(INDICATOR);
        assertEquals(List.of(202), statuses());
    }

    @Test
    void oneTokenDoesForAHundredCalls() throws Exception {
        for (int i = 0; i < 100; i++) {
            connector.submit(INDICATOR);
        }
        assertEquals(1, stub.tokenCalls().size());
    }

    @Test
    void oneTokenDoesForManyThreads() {
        IntStream.range(0, 50).parallel().forEach(i -> assertDoesNotThrow(() -> connector.submit(INDICATOR)));
        assertEquals(1, stub.tokenCalls().size());
    }

    @Test
    void asksAgainForATokenWhenTheAuthorityIsBusy() throws Exception {
        stub.play("token-outage");
        connector.submit(INDICATOR);
        assertEquals(List.of(503, 503, 200), stub.tokenCalls().stream().map(call -> call.result().status()).toList());
    }

    @Test
    void saysWhyItGotNoToken() {
        IOException last = assertThrows(IOException.class, () -> connector("wrong").submit(INDICATOR));
        assertTrue(last.getMessage().startsWith("no token: 401 "), last.getMessage());
        assertEquals(1, stub.tokenCalls().size());
        assertEquals("invalid_client", stub.tokenCalls().get(0).result().error().orElseThrow());
    }
}
