package dev.tick.client.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import dev.tick.client.indicators.api.IndicatorsApi;
import dev.tick.client.indicators.model.Action;
import dev.tick.client.indicators.model.ImportResults;
import dev.tick.client.indicators.model.Indicator;
import dev.tick.client.indicators.model.IndicatorCollection;
import dev.tick.client.indicators.model.IndicatorDeletion;
import dev.tick.client.indicators.model.IndicatorImport;
import dev.tick.client.indicators.model.IndicatorSubmission;
import dev.tick.client.indicators.model.IndicatorType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client of today's edition puts on the wire, and what it makes of answers as tenants have sent them. */
class TodayClientTest {
    private static final String ENTITY = """
            {"id": "995", "indicatorValue": "192.0.2.10", "indicatorType": "EmailAddress", "action": "Quarantine",
             "title": null, "description": null, "severity": "Critical", "generateAlert": null, "rbacGroupNames": null,
             "rbacGroupIds": ["7"], "lookBackPeriod": 30, "category": 1, "additionalInfo": {"a": [1]},
             "certificateInfo": {"issuer": "CN=a", "colour": 1}, "bypassDurationHours": null,
             "lastUpdateTime": "2019-10-24T10:54:23.2009016Z", "colour": {"not": "documented"}}""";

    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private HttpServer server;
    private IndicatorsApi api;
    private volatile int status = 200;
    private volatile String answer = ENTITY;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n" + body);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + server.getAddress().getPort());
        api = new IndicatorsApi(client);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static IndicatorSubmission submission() {
        return new IndicatorSubmission()
                .indicatorValue("192.0.2.10")
                .indicatorType(IndicatorType.IP_ADDRESS)
                .action(Action.ALERT)
                .title("t")
                .description("d");
    }

    @Test
    void sendsASubmissionAsItIsAndOmitsWhatIsNotSet() throws Exception {
        api.submitOrUpdateIndicator(submission());
        assertSent("POST /api/indicators", """
                {"indicatorValue": "192.0.2.10", "indicatorType": "IpAddress", "action": "Alert", "title": "t",
                 "description": "d"}""");
        api.submitOrUpdateIndicator(
                submission().generateAlert(true).addRbacGroupNamesItem("a").addRbacGroupNamesItem("b"));
        assertSent("POST /api/indicators", """
                {"indicatorValue": "192.0.2.10", "indicatorType": "IpAddress", "action": "Alert", "title": "t",
                 "description": "d", "generateAlert": true, "rbacGroupNames": ["a", "b"]}""");
    }

    /** OData's names keep their dollar, bare or escaped: both are the same to a server. */
    @Test
    void sendsTheOptionsOfAListEscaped() throws Exception {
        answer = "{\"value\": []}";
        api.listTenantIndicators("title eq 'it''s a+b & c'", 2, 4);
        assertSent(
                "GET /api/indicators?%24filter=title%20eq%20%27it%27%27s%20a%2Bb%20%26%20c%27&%24top=2&%24skip=4", "");
        api.listTenantIndicators(null, null, null);
        assertSent("GET /api/indicators", "");
    }

    @Test
    void sendsBatchesAndDeletions() throws Exception {
        answer =
                "{\"value\": [{\"id\": null, \"indicator\": \"192.0.2.10\", \"isFailed\": true, \"failureReason\": \"why\"}]}";
        ImportResults results = api.importIndicators(new IndicatorImport().addIndicatorsItem(submission()));
        assertEquals("why", results.getValue().get(0).getFailureReason());
        assertNull(results.getValue().get(0).getId());
        assertSent("POST /api/indicators/import", """
                {"Indicators": [{"indicatorValue": "192.0.2.10", "indicatorType": "IpAddress", "action": "Alert",
                 "title": "t", "description": "d"}]}""");
        status = 204;
        answer = "";
        api.batchDeleteIndicators(new IndicatorDeletion().indicatorIds(List.of("1", "2")));
        assertSent("POST /api/indicators/BatchDelete", "{\"IndicatorIds\": [\"1\", \"2\"]}");
    }

    /** 204 is documented, 200 with an empty body was recorded. */
    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void takesBothAnswersToADeletion(int deleted) throws Exception {
        status = deleted;
        answer = "";
        api.deleteIndicator("995");
        assertSent("DELETE /api/indicators/995", "");
    }

    @Test
    void toleratesWhatNobodyDocumented() throws Exception {
        answer = "{\"colour\": 1, \"@odata.nextLink\": \"https://api.example/api/indicators?$skip=1\", \"value\": ["
                + ENTITY + "]}";
        IndicatorCollection page = api.listTenantIndicators(null, null, null);
        assertEquals("https://api.example/api/indicators?$skip=1", page.getAtOdataNextLink());
        Indicator indicator = page.getValue().get(0);
        assertEquals("995", indicator.getId());
        assertEquals("EmailAddress", indicator.getIndicatorType());
        assertEquals("Quarantine", indicator.getAction());
        assertEquals("Critical", indicator.getSeverity());
        assertEquals(List.of("7"), indicator.getRbacGroupIds());
        assertEquals(30, indicator.getLookBackPeriod());
        assertTrue(String.valueOf(indicator.getCertificateInfo()).contains("CN=a"), indicator.toString());
        assertNull(indicator.getGenerateAlert());
        assertNull(indicator.getRbacGroupNames());
        assertNull(indicator.getBypassDurationHours());
        assertEquals("2019-10-24T10:54:23.200901600Z", String.valueOf(indicator.getLastUpdateTime()));
    }

    private void assertSent(String line, String json) throws Exception {
        String[] request = requests.remove().split("\n", 2);
        assertEquals(line, request[0]);
        JsonMapper mapper = JsonMapper.builder().build();
        assertEquals(mapper.readTree(json), mapper.readTree(request[1]));
    }
}
