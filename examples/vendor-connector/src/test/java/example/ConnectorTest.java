package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.StubServer;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.junit.StubExtension;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectorTest {
    @RegisterExtension
    static final StubExtension TICK = StubExtension.indicators();

    private static final Map<String, String> INDICATOR =
            Map.of(
                    "indicatorValue", "192.0.2.10",
                    "indicatorType", "IpAddress",
                    "action", "Block",
                    "title", "Seen in an exercise",
                    "description", "An address of an exercise");

    private final List<Duration> rests = new ArrayList<>();
    private StubServer stub;
    private Connector connector;

    @BeforeEach
    void connect(StubServer running) {
        stub = running;
        connector = connector(stub.application().secret());
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
    void sendsAgainWhatGotNoAnswer() throws Exception {
        stub.play("reset x1");
        connector.submit(INDICATOR);
        assertEquals(List.of(200, 200), statuses());
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
    void saysWhyItGotNoToken() {
        IOException last = assertThrows(IOException.class, () -> connector("wrong").submit(INDICATOR));
        assertTrue(last.getMessage().startsWith("no token: 401 "), last.getMessage());
        assertEquals("invalid_client", stub.tokenCalls().get(0).result().error().orElseThrow());
    }
}
