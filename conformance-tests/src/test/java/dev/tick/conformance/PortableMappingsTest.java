package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Specification;
import dev.tick.spec.validation.Validator;
import dev.tick.stub.mappings.MappingFolder;
import dev.tick.stub.mappings.PortableMappings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The checks that need no state and no look into tokens, against off-the-shelf WireMock with the mappings of a contract. */
class PortableMappingsTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final Register REGISTER = Register.load("tiindicators", CONTRACT);

    @AutoClose
    private static PlainWireMock tiIndicators;

    @TempDir
    private Path root;

    @BeforeAll
    static void start(@TempDir Path shared) throws IOException {
        tiIndicators = serve(shared, CONTRACT, REGISTER);
    }

    @Test
    void plainWireMockHonoursWhatNeedsNeitherStateNorTokensAndNothingElse() throws IOException {
        Map<Stateless.Need, Set<String>> others = Stateless.others(CONTRACT, REGISTER);
        assertHonoured(CONTRACT, REGISTER, tiIndicators, 140);
        // Held to everything, with tokens of every kind at hand: what is left out above is not left out for comfort.
        Map<TokenKind, String> tokens = Arrays.stream(TokenKind.values())
                .collect(Collectors.toMap(kind -> kind, kind -> "any-token-" + kind.name()));
        Target target = new Remote(tiIndicators.baseUrl(), EnumSet.allOf(Effect.class), tokens);
        Runner runner = runner(CONTRACT, REGISTER);
        for (Stateless.Need need : List.of(Stateless.Need.STATE, Stateless.Need.TOKEN)) {
            Set<String> ids = others.getOrDefault(need, Set.of());
            assertTrue(ids.size() > 20, need + " " + ids);
            assertEquals(List.of(), lines(runner.only(ids).run(target), List.of(Result.PASS, Result.ERROR)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | MissingRequiredParameter | Parameter indicator is missing. Parameter indicatorType is missing. Parameter action is missing.",
                "{%s, 'expirationTime': '2001-01-01T00:00:00.1234567+02:00'} | BadRequest | The expiration time 2001-01-01T00:00:00.1234567+02:00 has passed; the indicator would be inactive.",
                "{'indicator': 'a\\'b\\\\', 'indicatorType': 'FileSha1', 'action': 'Alert'} | InvalidHashValue | Hash value a\"b\\ is invalid.",
                "{'indicator': '220e7d15b0b3d7fac48f2bd61114db1022197f7f\\u000a', 'indicatorType': 'FileSha1', 'action': 'Alert'} | InvalidHashValue | Hash value 220e7d15b0b3d7fac48f2bd61114db1022197f7f<LF> is invalid.",
                "{%s, 'expirationTime': '2999-01-01 00:00:00Z'} | InvalidRequestBody | The body breaks the contract.",
                "/* no JSON */ {%s} | InvalidRequestBody | The body breaks the contract.",
                "{%s} {} ] | InvalidRequestBody | The body breaks the contract.",
                "{'indicator': 'x', 'indicatorType': 'FileSha1', 'action': 5} | InvalidRequestBody | The body breaks the contract."
            })
    void aRefusedBodyIsToldByItsOneCode(String body, String code, String message) throws Exception {
        String sent = body.formatted("'indicator': '192.0.2.10', 'indicatorType': 'IpAddress', 'action': 'Alert'")
                .replace('\'', '"');
        HttpResponse<String> answer = send(tiIndicators, "POST", "/api/tiindicators", sent);
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(code, json(answer.body()).at("/error/code").asString());
        assertEquals(
                message.replace("<LF>", "\n"),
                json(answer.body()).at("/error/message").asString());
    }

    /** As in Java's own patterns, the end of a text is not the place before its last line break. */
    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void aLineBreakBehindAValueIsJudgedAsTheStubDoes(String name) throws Exception {
        Contract contract = Contract.load(name);
        Register register = Register.load(name, contract);
        Operation submit = contract.operation(Effect.CREATE).orElseThrow();
        Validator validator = new Validator(contract, register, Clock.systemUTC());
        List<String> other = new ArrayList<>();
        int refused = 0;
        try (PlainWireMock server = serve(root, contract, register)) {
            for (Map.Entry<String, JsonNode> example : submit.requestExamples().entrySet()) {
                for (String property : example.getValue().propertyNames()) {
                    if (example.getValue().path(property).isString()) {
                        ObjectNode body = (ObjectNode) example.getValue().deepCopy();
                        body.put(property, body.path(property).asString() + "\n");
                        Request request = Request.of(
                                        "POST", submit.path(), Map.of("Content-Type", "application/json"))
                                .withBody(body);
                        boolean sound = validator.request(submit, request).isEmpty();
                        int status = send(server, "POST", submit.path(), body.toString()).statusCode();
                        refused += sound ? 0 : 1;
                        if (sound != status < 400) {
                            other.add(example.getKey() + " " + property + " " + status);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), other);
        assertTrue(refused > 15, refused + " refused");
    }

    /** Host names that networknt's own format refuses, and what no host name can be. */
    @ParameterizedTest
    @CsvSource({
        "Malware.Example, 201",
        "_dmarc.mail_1.example, 201",
        "ab--cd.example, 201",
        "b\u00FCcher.example, 201",
        "\u4F8B\u3048.\u30C6\u30B9\u30C8, 201",
        "a..example, 400",
        "-a.example, 400",
        "*.example, 400",
        "a b.example, 400"
    })
    void aHostNameIsTakenAsTheStubTakesIt(String value, int status) throws Exception {
        String body = "{\"indicator\": \"%s\", \"indicatorType\": \"DomainName\", \"action\": \"Alert\"}".formatted(value);
        HttpResponse<String> answer = send(tiIndicators, "POST", "/api/tiindicators", body);
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                status == 400 ? "InvalidDomainName" : "",
                json(answer.body()).at("/error/code").asString(""));
    }

    @Test
    void whatNoTemplateCouldAnswerIsRefused() throws Exception {
        String deep = "{\"deep\": " + "[".repeat(500) + "]".repeat(500)
                + ", \"indicator\": \"192.0.2.10\", \"indicatorType\": \"IpAddress\", \"action\": \"Alert\"}";
        assertEquals(400, send(tiIndicators, "POST", "/api/tiindicators", deep).statusCode());
    }

    @Test
    void anInventedContractNeedsNoJavaEither() throws IOException {
        Contract contract = Contract.load("rooms");
        Register register = Register.load("rooms", contract);
        try (PlainWireMock server = serve(root, contract, register)) {
            assertHonoured(contract, register, server, 20);
        }
    }

    @Test
    void anImportIsAnsweredWithAResultForEachItem() throws Exception {
        Specification today = Specification.load("indicators");
        try (PlainWireMock server = serve(root, today.contract(), today.register())) {
            String item = "{\"indicatorValue\": \"%s\", \"indicatorType\": \"IpAddress\", \"action\": \"Alert\","
                    + " \"title\": \"t\", \"description\": \"d\"}";
            String body =
                    "{\"Indicators\": [" + item.formatted("192.0.2.1") + "," + item.formatted("2001:db8::1") + "]}";
            HttpResponse<String> answer = send(server, "POST", "/api/indicators/import", body);
            assertEquals(json("""
                            {"@odata.context":
                               "https://api.securitycenter.microsoft.com/api/$metadata#Collection(microsoft.windowsDefenderATP.api.ImportIndicatorResult)",
                             "value": [
                              {"id": "1", "indicator": "192.0.2.1", "isFailed": false, "failureReason": null},
                              {"id": "2", "indicator": "2001:db8::1", "isFailed": false, "failureReason": null}]}"""), json(answer.body()));
            assertEquals(
                    200,
                    send(server, "POST", "/api/indicators", item.formatted("192.0.2.1"))
                            .statusCode());
            assertEquals(
                    400,
                    send(server, "POST", "/api/indicators/import", "{\"Indicators\": []}")
                            .statusCode());
            assertEquals(204, send(server, "DELETE", "/api/indicators/1", "").statusCode());
        }
    }

    @Test
    void aChangeIsAnsweredWithWhatWasSentNullIncluded() throws Exception {
        Contract contract = Contract.parse(
                "rooms.yaml",
                text("contracts/rooms/openapi.yaml")
                        .replaceFirst("(RoomChange:(?s:.{1,120})seats: \\{type: )integer", "$1[integer, \"null\"]"));
        Register register = Register.load("rooms", contract);
        try (PlainWireMock server = serve(root, contract, register)) {
            String entity = "{\"label\":\"a/b+c \\\"d\\\"\",\"kind\":\"Hall\",\"seats\":%s,\"heated\":true,"
                    + "\"closes\":\"2030-01-01T20:00:00Z\",\"remark\":%s,\"opened\":\"2020-01-01T00:00:00Z\","
                    + "\"owner\":\"00000000-0000-4000-8000-000000000000\"}";
            assertEquals(json(entity.formatted("120", "\"Under the roof\"")), change(server, "{}"));
            assertEquals(json(entity.formatted("null", "\"\"")), change(server, "{\"seats\":null,\"remark\":\"\"}"));
            String remark = "\"{{now}} <b>&amp; \\u0001 \\\\ \\\"\\n\\u00e9\"";
            assertEquals(
                    json(entity.formatted("7", remark)), change(server, "{\"seats\":7,\"remark\":" + remark + "}"));
        }
    }

    private static PlainWireMock serve(Path root, Contract contract, Register register) throws IOException {
        MappingFolder.write(root, new PortableMappings(contract, register).mappings());
        return PlainWireMock.start(root);
    }

    private static void assertHonoured(Contract contract, Register register, PlainWireMock server, int atLeast) {
        Runner runner = runner(contract, register);
        List<String> passed = new ArrayList<>();
        Stateless.ids(contract, register).forEach((effect, ids) -> {
            RunResult report = runner.only(ids).run(target(server.baseUrl(), effect));
            assertEquals(List.of(), lines(report, EnumSet.complementOf(EnumSet.of(Result.PASS))));
            passed.addAll(lines(report, List.of(Result.PASS)));
        });
        assertTrue(passed.size() >= atLeast, passed.size() + " rows: " + passed);
    }

    /** Held to one operation beside the submit: where it had others, each refusal would be followed by a look at the state. */
    private static Target target(URI url, Effect effect) {
        return new Remote(url, EnumSet.of(Effect.CREATE, effect), Map.of(TokenKind.SOUND, "any-token"));
    }

    private static Runner runner(Contract contract, Register register) {
        return new Runner(contract, register, Clock.systemUTC(), QuickSender::new);
    }

    private static List<String> lines(RunResult report, Collection<Result> results) {
        return report.rows().stream()
                .filter(row -> results.contains(row.result()))
                .map(row -> row.row().id() + " " + row.result() + " " + row.detail())
                .toList();
    }

    private static JsonNode change(PlainWireMock server, String body) throws Exception {
        HttpResponse<String> answer = send(server, "PUT", "/v2/rooms/a%2Fb+c%20%22d%22/door", body);
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer.body());
    }

    private static HttpResponse<String> send(PlainWireMock server, String method, String path, String body)
            throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.baseUrl().resolve(path))
                                .header("Authorization", "bearer any-token")
                                .header("Content-Type", "application/json; charset=utf-8")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = PortableMappingsTest.class.getClassLoader().getResourceAsStream(resource)) {
            assertTrue(in != null, resource);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
