package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.reference.today.IndicatorsServer;
import dev.tick.reference.today.Style;
import dev.tick.reference.today.TodayFault;
import dev.tick.reference.today.TokenType;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the kit is aimed at must itself be known to be sound: the second server of today's edition, by exact answers. */
class TodayServerTest {
    private static final String PATH = "/api/indicators";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-05-06T07:08:09.120Z"), ZoneOffset.UTC);

    private final IndicatorsServer plain = start(Style.PLAIN);
    private final IndicatorsServer styled = start(Style.STYLED);
    private final TodayClient client = new TodayClient(plain, TokenType.SOUND);
    private final TodayClient styledClient = new TodayClient(styled, TokenType.SOUND);

    @AfterEach
    void close() {
        plain.close();
        styled.close();
    }

    @Test
    void answersEveryPropertyAndTheTimesInUtcWithoutTrailingZeros() {
        HttpResponse<String> response = client.post(PATH, indicator("192.0.2.1", "'Alert'", """
                , 'expirationTime': '2031-01-01T01:00:00.2500000+01:00', 'rbacGroupNames': ['A', 'B'], 'severity': null,
                'id': '1', 'createdBy': 'me', 'unheardOf': {}"""));
        assertEquals(200, response.statusCode());
        assertEquals(
                List.of("application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8"),
                response.headers().allValues("Content-Type"));
        assertEquals(
                """
                {"@odata.context":"BASE/api/$metadata#Indicators/$entity","id":"995","indicatorValue":"192.0.2.1",\
                "indicatorType":"IpAddress","action":"Alert","title":" Grüße ","description":"d","application":null,\
                "expirationTime":"2031-01-01T00:00:00.25Z","severity":null,"recommendedActions":null,"educateUrl":null,\
                "externalId":null,"rbacGroupNames":["A","B"],"generateAlert":null,"rbacGroupIds":["65","66"],\
                "mitreTechniques":null,"historicalDetection":null,"lookBackPeriod":null,"category":null,\
                "additionalInfo":null,"certificateInfo":null,"bypassDurationHours":null,"source":"Application NAME",\
                "sourceType":"AadApp","createdBy":"CALLER","createdByDisplayName":"Application NAME",\
                "createdBySource":"Application NAME","creationTimeDateTimeUtc":"2030-05-06T07:08:09.12Z",\
                "lastUpdateTime":"2030-05-06T07:08:09.12Z","lastUpdatedBy":null}""".replace("BASE", plain.baseUrl())
                        .replace("NAME", plain.application().substring(0, 8))
                        .replace("CALLER", plain.application()),
                response.body());
    }

    @Test
    void answersWithoutNullsAndChunkedInStyle() {
        HttpResponse<String> response = styledClient.post(PATH, indicator("192.0.2.1", "'Alert'", ""));
        assertEquals(
                "chunked", response.headers().firstValue("Transfer-Encoding").orElse(""));
        assertEquals("", response.headers().firstValue("OData-Version").orElse(""));
        assertEquals(
                List.of(
                        "@odata.context",
                        "id",
                        "indicatorValue",
                        "indicatorType",
                        "action",
                        "title",
                        "description",
                        "rbacGroupNames",
                        "rbacGroupIds",
                        "source",
                        "sourceType",
                        "createdBy",
                        "createdByDisplayName",
                        "createdBySource",
                        "creationTimeDateTimeUtc",
                        "lastUpdateTime"),
                List.copyOf(TodayClient.json(response).propertyNames()));
        assertEquals(
                "2030-05-06T07:08:09Z",
                TodayClient.json(response).path("lastUpdateTime").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'indicatorValue': '192.0.2.1', 'indicatorType': 'IpAddress', 'action': 'Alert', 'title': 't'} | MissingRequiredParameter Parameter description is missing.",
                "{'IndicatorValue': '192.0.2.1'} | MissingRequiredParameter Parameter indicatorValue is missing.",
                "[] | InvalidRequestBody Request body is incorrect: a JSON object is expected.",
                "\"\" | InvalidRequestBody Request body is incorrect: a JSON object is expected.",
                "5 | InvalidRequestBody Request body is incorrect: a JSON object is expected."
            })
    void saysWhatIsWrongWithABody(String body, String problem) {
        assertEquals("400 " + problem, problem(client.post(PATH, body)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FileSha1 | ABCDEF | InvalidHashValue Hash value ABCDEF is invalid.",
                "FileMd5 | 00 | InvalidHashValue Hash value 00 is invalid.",
                "CertificateThumbprint | xy | InvalidHashValue Hash value xy is invalid.",
                "IpAddress | 192.0.2.0/24 | InvalidIpAddress IP address 192.0.2.0/24 is invalid.",
                "IpAddress | 192.0.2.256 | InvalidIpAddress IP address 192.0.2.256 is invalid.",
                "IpAddress | 2001:db8::1::2 | InvalidIpAddress IP address 2001:db8::1::2 is invalid.",
                "DomainName | a..example | InvalidDomainName Domain name a..example is invalid.",
                "Url | www.host.example/a | InvalidUrl URL www.host.example/a is invalid."
            })
    void holdsAValueAgainstItsType(String type, String value, String problem) {
        assertEquals("400 " + problem, problem(client.post(PATH, typed(type, value))));
        assertEquals(
                "400 BadRequest " + problem.substring(problem.indexOf(' ') + 1),
                problem(styledClient.post(PATH, typed(type, value))));
    }

    @ParameterizedTest
    @CsvSource({
        "IpAddress, 2001:db8::1",
        "FileMd5, 0123456789abcdefABCDEF0123456789",
        "DomainName, a-b.xn--bcher-kva.example",
        "Url, https://host.example/a?b=%20#c"
    })
    void takesASoundValue(String type, String value) {
        assertEquals(200, client.post(PATH, typed(type, value)).statusCode());
    }

    @Test
    void updatesWhereTypeAndActionAreTheSameAndElseSpeaksOfAConflict() {
        String created = client.post(PATH, indicator("192.0.2.1", "'Alert'", ", 'application': 'a'"))
                .body();
        String update = indicator("192.0.2.1", "'Alert'", ", 'application': 'b', 'severity': 'Low'");
        assertEquals(
                created.replace("\"severity\":null", "\"severity\":\"Low\"")
                        .replace("\"lastUpdatedBy\":null", "\"lastUpdatedBy\":\"" + plain.application() + "\""),
                client.post("/api/v1.0/indicators", update).body());
        assertEquals(
                "409 Conflict 192.0.2.1 exists with another type or action.",
                problem(client.post(PATH, indicator("192.0.2.1", "'Block'", ""))));
    }

    @Test
    void importsAllOrSaysWhichFailed() {
        String items =
                "{'Indicators': [" + typed("IpAddress", "192.0.2.1") + ", " + typed("IpAddress", "nowhere") + "]}";
        assertEquals(
                "400 InvalidIpAddress IP address nowhere is invalid.", problem(client.post(PATH + "/import", items)));
        assertEquals(List.of("|"), client.values(PATH));
        assertEquals(
                "{\"value\":[{\"id\":\"995\",\"indicator\":\"192.0.2.1\",\"isFailed\":false},{\"indicator\":\"nowhere\","
                        + "\"isFailed\":true,\"failureReason\":\"IP address nowhere is invalid.\"}]}",
                styledClient.post(PATH + "/import", items).body());
        String passed =
                items.replace("nowhere", "192.0.2.2").replace("}]}", ", 'expirationTime': '2030-05-06T07:08:09Z'}]}");
        assertEquals(
                "400 BadRequest Indicator 192.0.2.2 is inactive: its expirationTime 2030-05-06T07:08:09Z has passed.",
                problem(styledClient.post(PATH + "/import", passed)));
    }

    @Test
    void takesFiveHundredAtOnceAndNotOneMore() {
        String many = String.join(",", Collections.nCopies(500, typed("IpAddress", "192.0.2.1")));
        assertEquals(
                200,
                client.post(PATH + "/import", "{'Indicators': [" + many + "]}").statusCode());
        assertEquals(
                "400 MaximumBatchSizeExceeded Maximum batch size exceeded. Received: 501, allowed: 500.",
                problem(client.post(
                        PATH + "/import", "{'Indicators': [" + many + "," + typed("IpAddress", "::1") + "]}")));
    }

    @Test
    void deletesAllOfABatchOrNone() {
        for (String value : List.of("192.0.2.1", "192.0.2.2", "192.0.2.3")) {
            client.post(PATH, typed("IpAddress", value));
        }
        assertEquals(
                "404 ResourceNotFound Resource 7 was not found.",
                problem(client.post(PATH + "/BatchDelete", "{'IndicatorIds': ['995', '7']}")));
        assertEquals(
                400,
                client.post(PATH + "/BatchDelete", "{'IndicatorIds': [995]}").statusCode());
        assertEquals(
                400, client.post(PATH + "/BatchDelete", "{'IndicatorIds': []}").statusCode());
        HttpResponse<String> deleted = client.post(PATH + "/BatchDelete", "{'IndicatorIds': ['995', '997']}");
        assertEquals("204 ", deleted.statusCode() + " " + deleted.body());
        assertEquals(List.of("192.0.2.2", "|"), client.values(PATH));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void deletesWhatTheCallerSees(Style style) {
        IndicatorsServer server = style == Style.PLAIN ? plain : styled;
        TodayClient mine = style == Style.PLAIN ? client : styledClient;
        TodayClient other = new TodayClient(server, TokenType.OTHER_APPLICATION);
        TodayClient everything = new TodayClient(server, TokenType.TENANT_WIDE);
        mine.post(PATH, typed("IpAddress", "192.0.2.1"));
        mine.post(PATH, typed("IpAddress", "192.0.2.2"));
        assertEquals(List.of("|"), other.values(PATH));
        assertEquals(404, other.delete(PATH + "/995").statusCode());
        assertEquals(List.of("192.0.2.1", "192.0.2.2", "|"), everything.values(PATH));
        HttpResponse<String> deleted = everything.delete(PATH + "/995");
        assertEquals((style == Style.PLAIN ? 204 : 200) + " ", deleted.statusCode() + " " + deleted.body());
        assertEquals(404, mine.delete(PATH + "/995").statusCode());
        assertEquals(List.of("192.0.2.2", "|"), mine.values(PATH));
    }

    private static IndicatorsServer start(Style style) {
        return IndicatorsServer.start(CLOCK, style, TodayFault.NONE, "/some/prefix", 2);
    }

    static String indicator(String value, String action, String more) {
        return "{'indicatorValue': '" + value + "', 'indicatorType': 'IpAddress', 'action': " + action
                + ", 'title': ' Grüße ', 'description': 'd'" + more + "}";
    }

    private static String typed(String type, String value) {
        return indicator(value, "'Alert'", "").replace("IpAddress", type);
    }

    private static String code(HttpResponse<String> response) {
        return TodayClient.json(response).path("error").path("code").asString();
    }

    private static String problem(HttpResponse<String> response) {
        return response.statusCode() + " " + code(response) + " "
                + TodayClient.json(response).path("error").path("message").asString();
    }
}
