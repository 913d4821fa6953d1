package dev.tick.stub;

import static dev.tick.stub.Caller.PATH;
import static dev.tick.stub.Caller.SHA1;
import static dev.tick.stub.Caller.SUBMISSION;
import static dev.tick.stub.Caller.code;
import static dev.tick.stub.Caller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Register;
import dev.tick.stub.authority.TokenVariant;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client sees of lists by query, of the end of indicators, of the limit, and of values in the path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndicatorsTest {
    private static final String URL = "https://malware.example/drop?file=1";
    private static final String PROPERTIES = "one of the properties indicator, indicatorType, title,"
            + " creationTimeDateTimeUtc, createdBy, expirationTime, action, severity, description, recommendedActions";

    private static final String START = "2026-01-01T00:00:00Z";

    private final TestClock clock = new TestClock(START);
    private final StubServer stub = StubServer.start(
            StubConfig.builder("tiindicators").clock(clock).capacity(4).build());
    private final Caller caller = new Caller(stub);

    @BeforeEach
    void forget() {
        stub.reset();
        clock.set(START);
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$filter=action eq 'Alert' | 192.0.2.1 192.0.2.3",
                "$filter=title eq 'it''s' | 192.0.2.2",
                "$filter=indicator gt '192.0.2.1' and severity eq null | 192.0.2.3",
                "$filter=expirationTime ge 2026-01-01T02:00:10+02:00 and (expirationTime lt 2026-01-01T00:00:20Z) | 192.0.2.1",
                "$filter=creationTimeDateTimeUtc gt 2026-01-01T00:00:00.9Z | 192.0.2.2 192.0.2.3",
                "$top=2 | 192.0.2.1 192.0.2.2",
                "$skip=1&colour=red | 192.0.2.2 192.0.2.3",
                "$filter=action eq 'Alert'&$top=1&$skip=1 | 192.0.2.3",
                "$filter=action eq 'Block' | ``",
                "filter=action | 192.0.2.1 192.0.2.2 192.0.2.3",
                "$filter=action ne 'Alert' | 192.0.2.2",
                "$filter=severity eq 'Low' or expirationTime ne null | 192.0.2.1 192.0.2.2",
                "$filter=not (severity eq 'Low') and action in ('Alert', 'Allowed') | 192.0.2.1 192.0.2.3",
                "$filter=startswith(indicator,'192.0.2.') and not contains(title,'it') | ``",
                "$orderby=title desc,indicator desc | 192.0.2.2 192.0.2.3 192.0.2.1",
                "$orderby=severity&$top=2&$count=true | 192.0.2.1 192.0.2.3",
                "$select=indicator&$skip=2 | 192.0.2.3"
            })
    void listsWhatIsAskedFor(String query, String expected) throws Exception {
        address("192.0.2.1", "\"action\": \"Alert\", \"expirationTime\": \"2026-01-01T00:00:10.000Z\"");
        clock.move(Duration.ofSeconds(1));
        address("192.0.2.2", "\"action\": \"Allowed\", \"title\": \"it's\", \"severity\": \"Low\"");
        address("192.0.2.3", "\"action\": \"Alert\"");
        assertEquals(expected, listed(query));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$filter=tolower(action) eq 'alert' | $filter, position 0: 'tolower' is not supported; expected one of startswith, endswith, contains.",
                "$filter=action has 'Alert' | $filter, position 7: 'has' is not supported; expected one of eq, ne, gt, ge, lt, le, in.",
                "$filter=@odata.context eq 'x' | $filter, position 0: '@odata.context' is not supported; expected PROPERTIES.",
                "$filter=expirationTime gt 'x' | $filter, position 18: expected a timestamp such as 2030-01-01T00:00:00Z, or null, got ''x''.",
                "$top=-1 | $top, position 0: expected a whole number from 0 of at most 18 digits, got '-1'.",
                "$expand=title | $expand, position 0: '$expand' is not supported; expected one of $filter, $orderby, $top, $skip, $count, $select.",
                "$orderby=@odata.context | $orderby, position 0: expected PROPERTIES, got '@odata.context'.",
                "$select=indicator,value | $select, position 10: expected * or PROPERTIES, got 'value'."
            })
    void refusesAQueryThatItCannotRead(String query, String message) throws Exception {
        HttpResponse<String> refused = list(query);
        assertEquals("400 ODataError", code(refused));
        assertEquals(
                message.replace("PROPERTIES", PROPERTIES),
                json(refused).at("/error/message").asString());
    }

    @Test
    void tellsTheNumberOfAllThatMeetTheFilterAndGivesWhatIsSelected() throws Exception {
        for (int i = 1; i <= 3; i++) {
            address("192.0.2." + i, "\"action\": \"" + (i == 2 ? "Allowed" : "Alert") + "\"");
        }
        assertEquals(
                "{\"@odata.context\":\"https://api.securitycenter.windows.com/api/$metadata#TiIndicators(action,indicator)\","
                        + "\"@odata.count\":2,\"value\":[{\"indicator\":\"192.0.2.3\",\"action\":\"Alert\"}]}",
                list("$select=action,indicator&$count=true&$filter=action eq 'Alert'&$orderby=indicator desc&$top=1")
                        .body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/tiindicators/$count | 3",
                "/api/tiindicators/%24count | 3",
                "/api/v1.0/tiindicators/$count | 3",
                "/api/tiindicators/$count?$top=1&$skip=2&$orderby=title&$count=true | 3",
                "/api/tiindicators/$count?$filter=action%20eq%20'Alert' | 2",
                "/api/tiindicators/$count?$filter=action%20eq%20'Block'&$top=0 | 0"
            })
    void countsInPlainText(String path, String expected) throws Exception {
        for (int i = 1; i <= 3; i++) {
            address("192.0.2." + i, "\"action\": \"" + (i == 2 ? "Allowed" : "Alert") + "\"");
        }
        HttpResponse<String> counted = caller.send("GET", path, "");
        assertEquals(
                "200 text/plain; charset=utf-8 4.0 " + expected,
                counted.statusCode() + " "
                        + counted.headers().firstValue("Content-Type").orElse("") + " "
                        + counted.headers().firstValue("OData-Version").orElse("") + " " + counted.body());
    }

    @Test
    void countsForThoseAloneWhoMayListAndOnlyLists() throws Exception {
        assertEquals("401 Unauthorized", code(caller.send(caller.request("GET", PATH + "/$count", ""))));
        assertEquals("400 ODataError", code(caller.send("GET", PATH + "/$count?$filter=x", "")));
        assertEquals("404 ResourceNotFound", code(caller.send("GET", PATH + "/$count/$count", "")));
        assertEquals("404 ResourceNotFound", code(caller.send("GET", PATH + "/$Count", "")));
        assertEquals("404 ResourceNotFound", code(caller.send("GET", "/api/$count", "")));
        assertEquals(405, caller.send("POST", PATH + "/$count", "{}").statusCode());
        address("192.0.2.1", "\"action\": \"Alert\"");
        assertEquals("404 ResourceNotFound", code(caller.send("GET", PATH + "/192.0.2.1/$count", "")));
    }

    @Test
    void asksForATokenBeforeItReadsAQuery() throws Exception {
        assertEquals("401 Unauthorized", code(caller.send(caller.request("GET", PATH + "?$top=x", ""))));
    }

    @Test
    void forgetsAnIndicatorWhenItExpires() throws Exception {
        String submission = SUBMISSION.replace("2030-12-12T00:00:00.1234567Z", "2026-01-01T00:30:00Z");
        caller.submit(submission);
        clock.move(Duration.ofMinutes(29));
        assertEquals(200, caller.send("GET", PATH + "/" + SHA1, "").statusCode());
        clock.move(Duration.ofMinutes(1));
        assertEquals("", listed(""));
        assertEquals("404 ResourceNotFound", code(caller.send("GET", PATH + "/" + SHA1, "")));
        assertEquals("404 ResourceNotFound", code(caller.send("PATCH", PATH + "/" + SHA1, "{\"title\": \"x\"}")));
        HttpResponse<String> again = caller.submit(SUBMISSION.replace("AlertAndBlock", "Alert"));
        assertEquals(201, again.statusCode());
        assertEquals(
                "2026-01-01T00:30:00Z",
                json(again).path("creationTimeDateTimeUtc").asString());
    }

    /** A .NET service counts in 100 ns; a client that sends more digits is neither refused nor left without an end. */
    @Test
    void keepsSevenFractionDigitsOfMore() throws Exception {
        HttpResponse<String> created = address(
                "192.0.2.1", "\"action\": \"Alert\", \"expirationTime\": \"2026-01-01T00:00:10.12345678901+00:00\"");
        assertEquals(
                "201 2026-01-01T00:00:10.1234567+00:00",
                created.statusCode() + " "
                        + json(created).path("expirationTime").asString());
        String path = PATH + "/192.0.2.1";
        HttpResponse<String> changed =
                caller.send("PATCH", path, "{\"expirationTime\": \"2026-01-01T00:00:20.9999999999Z\"}");
        assertEquals(
                "200 2026-01-01T00:00:20.9999999Z",
                changed.statusCode() + " "
                        + json(changed).path("expirationTime").asString());
        assertEquals(changed.body(), caller.send("GET", path, "").body());
        assertEquals("192.0.2.1", listed("$filter=expirationTime eq 2026-01-01T00:00:20.9999999Z"));
        clock.move(Duration.ofSeconds(21));
        assertEquals("", listed(""));
        assertEquals(
                "400 BadRequest",
                code(address(
                        "192.0.2.1",
                        "\"action\": \"Alert\", \"expirationTime\": \"2025-01-01T00:00:10.12345678901Z\"")));
    }

    @Test
    void refusesWhatIsBeyondTheLimit() throws Exception {
        for (int i = 1; i <= 4; i++) {
            assertEquals(201, address("192.0.2." + i, "\"action\": \"Alert\"").statusCode());
        }
        HttpResponse<String> refused = address("192.0.2.5", "\"action\": \"Alert\"");
        assertEquals("400 BadRequest", code(refused));
        assertEquals(
                "The limit of 4 active entities is reached; none can be added until one expires.",
                json(refused).at("/error/message").asString());
        assertEquals(
                201,
                address("192.0.2.4", "\"action\": \"Alert\", \"title\": \"x\"").statusCode());
        assertEquals(
                "capacity: expected 1 or more, got 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> StubConfig.builder("tiindicators")
                                        .capacity(0)
                                        .build())
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2030-12-12T00:00:00Z",
                "2030-12-12T00:00:00.1000000Z",
                "2030-12-12T00:00:00.1234567+00:00",
                "2030-12-12T00:00:00.0-11:30"
            })
    void keepsTheDigitsOfATimestamp(String time) throws Exception {
        HttpResponse<String> created = caller.submit(SUBMISSION.replace("2030-12-12T00:00:00.1234567Z", time));
        assertEquals(time, json(created).path("expirationTime").asString());
        assertEquals(
                time,
                json(caller.send("GET", PATH, "")).at("/value/0/expirationTime").asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123.4500",
                "1e5",
                "true",
                "null",
                "",
                " \\t\\r\\n\\u00a0 ",
                "\\u0000\\ud83d\\ude00e\\u0301\\ufeff"
            })
    void keepsATextByteForByteInEveryAnswer(String escaped) throws Exception {
        JsonNode sent = JsonMapper.shared().readTree("\"" + escaped + "\"");
        assertEquals(
                sent,
                json(caller.submit(SUBMISSION.replace("\"test\"", "\"" + escaped + "\"")))
                        .path("title"));
        assertEquals(sent, json(caller.send("GET", PATH + "/" + SHA1, "")).path("title"));
        assertEquals(sent, json(caller.send("GET", PATH, "")).at("/value/0/title"));
        String change = "{\"description\": \"" + escaped + "\"}";
        assertEquals(sent, json(caller.send("PATCH", PATH + "/" + SHA1, change)).path("description"));
        assertEquals(sent, json(caller.send("GET", PATH + "/" + SHA1, "")).path("description"));
    }

    @Test
    void readsAndChangesAUrlByItsValueAsOneSegment() throws Exception {
        caller.submit("{\"indicator\": \"" + URL + "\", \"indicatorType\": \"Url\", \"action\": \"Alert\"}");
        String segment = "https%3A%2F%2Fmalware.example%2Fdrop%3Ffile%3D1";
        assertEquals(
                200,
                caller.send("PATCH", PATH + "/" + segment, "{\"title\": \"x\"}").statusCode());
        HttpResponse<String> read = caller.send("GET", PATH + "/" + segment, "");
        assertEquals(
                URL + " x",
                json(read).path("indicator").asString() + " "
                        + json(read).path("title").asString());
    }

    /** What the service's router does with them is not known; here a path parameter is one segment. */
    @ParameterizedTest
    @ValueSource(strings = {"/https://malware.example/a/b", "/https:/malware.example/a/b", "//", "/a/b"})
    void knowsNoPathWithSlashesThatAreNotEscaped(String rest) throws Exception {
        caller.submit(
                "{\"indicator\": \"https://malware.example/a/b\", \"indicatorType\": \"Url\", \"action\": \"Alert\"}");
        assertEquals("HTTP/1.1 404 Not Found", statusLine("GET " + PATH + rest + " HTTP/1.1"));
        assertEquals("HTTP/1.1 404 Not Found", statusLine("PATCH " + PATH + rest + " HTTP/1.1"));
        assertEquals("HTTP/1.1 200 OK", statusLine("GET " + PATH + "/https:%2f%2Fmalware.example%2Fa%2Fb HTTP/1.1"));
    }

    /** The contract takes no value with a space in it, so this one does. */
    @Test
    void readsAndChangesAValueThatHoldsSpaces() throws Exception {
        Contract contract = Contract.parse(
                "spaces.yaml",
                text("openapi.yaml").replace("format: uri\n", "minLength: 1\n").replace("format: {", "minLength: {"));
        Register register = Register.parse("spaces-requirements.yaml", text("requirements.yaml"), contract);
        try (StubServer spaces =
                StubServer.start(StubConfig.builder(contract, register).build())) {
            Caller client = new Caller(spaces);
            client.submit("{\"indicator\": \" a  b+c \", \"indicatorType\": \"Url\", \"action\": \"Alert\"}");
            String path = PATH + "/%20a%20%20b+c%20";
            assertEquals(200, client.send("PATCH", path, "{\"title\": \"x\"}").statusCode());
            assertEquals(
                    " a  b+c ",
                    json(client.send("GET", path, "")).path("indicator").asString());
            assertEquals(
                    " a  b+c ",
                    json(client.send("GET", path.replace("+", "%2B"), ""))
                            .path("indicator")
                            .asString());
            assertEquals("404 ResourceNotFound", code(client.send("GET", PATH + "/a%20%20b+c", "")));
        }
    }

    @Test
    void servesEveryPathUnderTheNameOfTheVersion() throws Exception {
        String alias = "/api/v1.0/tiindicators";
        HttpResponse<String> created = caller.send("POST", alias, SUBMISSION);
        assertEquals(201, created.statusCode());
        assertEquals(created.body(), caller.send("GET", alias + "/" + SHA1, "").body());
        assertEquals(created.body(), caller.send("GET", PATH + "/" + SHA1, "").body());
        assertEquals(
                caller.send("GET", PATH, "").body(),
                caller.send("GET", alias + "?$top=1", "").body());
        assertEquals(
                200,
                caller.send("PATCH", alias + "/" + SHA1, "{\"title\": \"x\"}").statusCode());
        assertEquals(
                "POST, GET",
                caller.send("PUT", alias, "").headers().firstValue("Allow").orElse(""));
        assertEquals("404 ResourceNotFound", code(caller.send("GET", "/api/v1.1/tiindicators", "")));
        assertEquals("404 ResourceNotFound", code(caller.send("GET", "/api/v1x0/tiindicators", "")));
        assertEquals("404 ResourceNotFound", code(caller.send("GET", "/api/v1.0/v1.0/tiindicators", "")));
    }

    private HttpResponse<String> address(String address, String rest) throws IOException, InterruptedException {
        return caller.submit("{\"indicator\": \"" + address + "\", \"indicatorType\": \"IpAddress\", " + rest + "}");
    }

    private HttpResponse<String> list(String query) throws IOException, InterruptedException {
        String encoded = List.of(query.split("&", -1)).stream()
                .map(part -> List.of(part.split("=", 2)).stream()
                        .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("=")))
                .collect(Collectors.joining("&"));
        return caller.send("GET", PATH + "?" + encoded, "");
    }

    private String listed(String query) throws IOException, InterruptedException {
        return json(list(query))
                .path("value")
                .valueStream()
                .map(entity -> entity.path("indicator").asString())
                .collect(Collectors.joining(" "));
    }

    /** The JDK's client would not send every path as it is written. */
    private String statusLine(String requestLine) throws IOException {
        String token = stub.token(stub.application(), TokenVariant.SOUND);
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), stub.baseUrl().getPort())) {
            String request = requestLine + "\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Contract.class.getResourceAsStream("/contracts/tiindicators/" + file)) {
            if (in == null) {
                throw new IOException(file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
