package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.target.Target;
import dev.tick.conformance.target.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Register;
import dev.tick.stub.portable.MappingFolder;
import dev.tick.stub.portable.PortableMappings;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The checks that need no state and no look into tokens, against off-the-shelf WireMock with the mappings of a contract. */
class PortableMappingsTest {
    @TempDir
    private Path root;

    @Test
    void plainWireMockHonoursWhatNeedsNeitherStateNorTokensAndNothingElse() throws IOException {
        Contract contract = Contract.load("tiindicators");
        Register register = Register.load("tiindicators", contract);
        Map<Stateless.Need, Set<String>> others = Stateless.others(contract, register);
        try (PlainWireMock server = serve(contract, register)) {
            assertHonoured(contract, register, server, 140);
            // Held to everything, with tokens of every kind at hand: what is left out above is not left out for
            // comfort.
            Map<TokenKind, String> tokens = Arrays.stream(TokenKind.values())
                    .collect(Collectors.toMap(kind -> kind, kind -> "any-token-" + kind.name()));
            Target target = new Target("plain WireMock", server.baseUrl(), EnumSet.allOf(Effect.class), tokens);
            Runner runner = runner(contract, register);
            for (Stateless.Need need : List.of(Stateless.Need.STATE, Stateless.Need.TOKEN)) {
                Set<String> ids = others.getOrDefault(need, Set.of());
                assertTrue(ids.size() > 20, need + " " + ids);
                assertEquals(List.of(), lines(runner.only(ids).run(target), List.of(Result.PASS, Result.ERROR)));
            }
        }
    }

    @Test
    void anInventedContractNeedsNoJavaEither() throws IOException {
        Contract contract = Contract.load("rooms");
        Register register = Register.load("rooms", contract);
        try (PlainWireMock server = serve(contract, register)) {
            assertHonoured(contract, register, server, 20);
        }
    }

    @Test
    void aChangeIsAnsweredWithWhatWasSentNullIncluded() throws Exception {
        Contract contract = Contract.parse(
                "rooms.yaml",
                text("contracts/rooms/openapi.yaml")
                        .replaceFirst("(RoomChange:(?s:.{1,120})seats: \\{type: )integer", "$1[integer, \"null\"]"));
        Register register = Register.load("rooms", contract);
        try (PlainWireMock server = serve(contract, register)) {
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

    private PlainWireMock serve(Contract contract, Register register) throws IOException {
        MappingFolder.write(root, new PortableMappings(contract, register).mappings());
        return PlainWireMock.start(root);
    }

    private static void assertHonoured(Contract contract, Register register, PlainWireMock server, int atLeast) {
        Runner runner = runner(contract, register);
        List<String> passed = new ArrayList<>();
        Stateless.ids(contract, register).forEach((effect, ids) -> {
            Report report = runner.only(ids).run(target(server.baseUrl(), effect));
            assertEquals(List.of(), lines(report, EnumSet.complementOf(EnumSet.of(Result.PASS))));
            passed.addAll(lines(report, List.of(Result.PASS)));
        });
        assertTrue(passed.size() >= atLeast, passed.size() + " rows: " + passed);
    }

    /** Held to one operation beside the submit: where it had others, each refusal would be followed by a look at the state. */
    private static Target target(URI url, Effect effect) {
        return new Target(
                "plain WireMock", url, EnumSet.of(Effect.CREATE, effect), Map.of(TokenKind.SOUND, "any-token"));
    }

    private static Runner runner(Contract contract, Register register) {
        return new Runner(contract, register, Clock.systemUTC(), QuickSender::new);
    }

    private static List<String> lines(Report report, Collection<Result> results) {
        return report.rows().stream()
                .filter(row -> results.contains(row.result()))
                .map(row -> row.row().id() + " " + row.result() + " " + row.detail())
                .toList();
    }

    private static JsonNode change(PlainWireMock server, String body) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.baseUrl().resolve("/v2/rooms/a%2Fb+c%20%22d%22/door"))
                                .header("Authorization", "bearer any-token")
                                .header("Content-Type", "application/json; charset=utf-8")
                                .PUT(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer.body());
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
