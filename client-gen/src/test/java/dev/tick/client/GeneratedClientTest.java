package dev.tick.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import dev.tick.client.api.TiIndicatorsApi;
import dev.tick.client.model.Action;
import dev.tick.client.model.Indicator;
import dev.tick.client.model.IndicatorChange;
import dev.tick.client.model.IndicatorSubmission;
import dev.tick.client.model.IndicatorType;
import dev.tick.client.model.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Talks to a server that records each request and gives one prepared answer. */
class GeneratedClientTest {
    private static final String ANSWER = """
            {"indicator": "192.0.2.10", "indicatorType": "FileMd5", "action": "Warn", "severity": null,
             "creationTimeDateTimeUtc": "%s", "expirationTime": null, "colour": {"not": "documented"}}""";

    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private HttpServer server;
    private TiIndicatorsApi api;
    private volatile int status = 200;
    private volatile String answer = ANSWER.formatted("2018-10-24T10:54:23.2009016Z");

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n" + body);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + server.getAddress().getPort());
        api = new TiIndicatorsApi(client);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsASubmissionAsItIsAndOmitsWhatIsNotSet() throws Exception {
        status = 201;
        api.submitIndicator(new IndicatorSubmission()
                .indicator("220e7d15b0b3d7fac48f2bd61114db1022197f7f")
                .indicatorType(IndicatorType.FILE_SHA1)
                .expirationTime(OffsetDateTime.parse("2030-12-12T00:00:00Z"))
                .action(Action.ALERT_AND_BLOCK));
        assertSent("POST /api/tiindicators", """
                {"indicator": "220e7d15b0b3d7fac48f2bd61114db1022197f7f", "indicatorType": "FileSha1",
                 "expirationTime": "2030-12-12T00:00:00Z", "action": "AlertAndBlock"}""");
    }

    @Test
    void sendsAChangeToTheValueAsOneEscapedSegment() throws Exception {
        api.updateIndicator("https://host.example/a b", new IndicatorChange().severity(Severity.HIGH));
        assertSent("PATCH /api/tiindicators/https%3A%2F%2Fhost.example%2Fa%20b", "{\"severity\": \"High\"}");
    }

    @Test
    void toleratesUnknownPropertiesUnknownEnumValuesAndNulls() throws Exception {
        Indicator indicator = api.getIndicator("192.0.2.10");
        assertEquals("FileMd5", indicator.getIndicatorType());
        assertEquals("Warn", indicator.getAction());
        assertNull(indicator.getSeverity());
        assertNull(indicator.getExpirationTime());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-10-24T10:54:23Z",
                "2018-10-24T10:54:23.2Z",
                "2018-10-24T10:54:23.20Z",
                "2018-10-24T10:54:23.200Z",
                "2018-10-24T10:54:23.2009Z",
                "2018-10-24T10:54:23.20090Z",
                "2018-10-24T10:54:23.200901Z",
                "2018-10-24T10:54:23.2009016Z",
                "2018-10-24T10:54:23.2009016+00:00"
            })
    void readsTimestampsOfZeroToSevenFractionDigits(String time) throws Exception {
        answer = ANSWER.formatted(time);
        assertEquals(OffsetDateTime.parse(time).toInstant(), created(api.getIndicator("192.0.2.10")));
    }

    private static Instant created(Indicator indicator) {
        OffsetDateTime time = indicator.getCreationTimeDateTimeUtc();
        return time == null ? Instant.MIN : time.toInstant();
    }

    private void assertSent(String line, String json) throws Exception {
        String[] request = requests.remove().split("\n", 2);
        assertEquals(line, request[0]);
        JsonMapper mapper = JsonMapper.builder().build();
        assertEquals(mapper.readTree(json), mapper.readTree(request[1]));
    }
}
