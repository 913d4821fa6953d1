package dev.tick.stub.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> served = new ArrayList<>();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "--port, abc, '--port: expected a number from 0 to 65535, got ''abc'' '",
        "--port, 99999, '--port: expected a number from 0 to 65535, got ''99999'' '",
        "--prot, 1, 'Unknown option: ''--prot'' (did you mean ''--port''?)'",
        "--scenario, fault SUB-007-title-trimed, 'fault: ''SUB-007-title-trimed'' is unknown; did you mean one of [SUB-007-title-'",
        "--scenario, fault ISU-001, 'fault: ''ISU-001'' is a row of the register; name one of its faults: [ISU-001-'",
        "--scenario, fault IAU-001, 'fault: no row ''IAU-001'' has faults (did you mean ''ISU-001''?); the command'",
        "--mood, fault nonsense, 'fault: ''nonsense'' is unknown; the command ''scenarios'' lists all'",
        "--refuse, some, '--refuse: expected one of [everything, documented, nothing], got ''some'' '",
        "--scenario, 429 x3 on tokn, 'scenario: in ''429 x3 on tokn'', there is no place ''tokn'' (did you mean ''token''?)'",
        "--quota, 100, '--quota: expected calls and a time, such as 100/1m, or off, got ''100'' '",
        "--quota, 100/1d, '--quota: expected a time longer than nothing, such as 90s, 1m or 2h, got ''1d'' '",
        "--capacity, 0, '--capacity: expected a number from 1 to 2147483647, got ''0'' '",
        "--token-lifetime, 2d, '--token-lifetime: expected a time longer than nothing, such as 90s, 1m or 2h, got ''2d'' '",
        "--rate-limit-headers, draft-6, '--rate-limit-headers: expected one of [none, draft-06, draft-10], got ''draft-6'' (did you mean ''draft-06''?)'",
        "--early-retry, refuse, '--early-retry: expected one of [tolerated, refused], got ''refuse'' (did you mean ''refused''?)'",
        "--page-size, 0, '--page-size: expected a number from 1 to 2147483647, got ''0'' '",
        "--contract, indicator, '--contract: contract: ''indicator'' is unknown (did you mean ''indicators''?)'",
        "--without, read-by-name, '--without: expected one of [read-by-id, batch-delete-in-small], got ''read-by-name'' '",
        "--admin-key, short, 'admin-key: expected at least 16 characters, got 5'",
        "--bind, no.such.host.invalid, bind: expected an address of this machine",
        "--config, no-such.yaml, config: cannot read the file no-such.yaml; correct the path"
    })
    void saysWhatIsWrongWithAnOption(String option, String value, String message) {
        assertEquals(2, run(Map.of(), option, value), err.toString());
        assertTrue(err.toString().contains(message.strip()), err.toString());
        assertTrue(err.toString().contains("See 'tick-stub --help'."), err.toString());
        assertEquals(List.of(), served);
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(1, run(Map.of(), "--port", String.valueOf(taken.getLocalPort())));
        }
        assertTrue(err.toString().contains("; is it taken? Choose another, or 0 for a free one"), err.toString());
    }

    @Test
    void helpsANewcomer() {
        assertEquals(0, run(Map.of(), "--help"));
        for (String part : List.of(
                "Usage: tick-stub [OPTIONS]",
                "Where it listens:",
                "--port=PORT",
                "How it behaves:",
                "Commands:",
                "explain",
                "Exit codes:",
                "143",
                "Examples:",
                "tick-stub --port 0 --quota off")) {
            assertTrue(out.toString().contains(part), part + " in " + out);
        }
    }

    @Test
    void playsTheScenarioOfTheFormerOption() {
        assertEquals(0, run(Map.of(), "--port", "0", "--mood", "burst"), err.toString());
        assertTrue(out.toString().contains("Scenario:       burst\n"), out.toString());
        assertEquals(0, run(Map.of(), "--help"));
        assertFalse(out.toString().contains("--mood"), out.toString());
        assertFalse(out.toString().contains("  moods"), out.toString());
    }

    @Test
    void servesAContractOfOnesOwn() {
        String folder = "../examples/own-contract/badges";
        assertEquals(0, run(Map.of(), "--port", "0", "--contract", folder), err.toString());
        assertTrue(out.toString().contains("Contracts:      badges (edition 1)\n"), out.toString());
        assertTrue(out.toString().contains("/v1/badges'"), out.toString());
    }

    @Test
    void namesTheSlipInAContractOfOnesOwn(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("openapi.yaml"), "openapi: 3.0.0\n");
        assertEquals(2, run(Map.of(), "--port", "0", "--contract", folder.toString()));
        assertTrue(
                err.toString()
                        .contains("--contract: " + folder.resolve("openapi.yaml")
                                + ":1: /openapi: expected 3.1.0, got '3.0.0'"),
                err.toString());
        assertTrue(
                err.toString().contains("; 'tick contract check " + folder + "' tells every problem"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "mappings"})
    void takesASlipInAContractForWrongUsageInEveryCommand(String command) throws IOException {
        Files.writeString(folder.resolve("openapi.yaml"), "openapi: 3.0.0\n");
        assertEquals(2, run(Map.of(), command, "--contract", folder.toString(), "body.json"));
        assertTrue(err.toString().contains(":1: /openapi: expected 3.1.0, got '3.0.0'"), err.toString());
    }

    @Test
    void tellsTheVersion() {
        assertEquals(0, run(Map.of(), "--version"));
        assertTrue(out.toString().startsWith("tick-stub "), out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenarios", "moods"})
    void listsTheScenarios(String command) {
        assertEquals(0, run(Map.of(), command));
        for (String part : List.of(
                "  throttled  The quota is used up for three calls; each answer says when to come again. (429 x3)",
                "  delay <time>",
                "SUB-007-title-trimmed  SUB-007  submitIndicator: title comes back without the white space")) {
            assertTrue(out.toString().contains(part), part + " in " + out);
        }
    }

    @Test
    void introducesTheStubAsItIsConfigured() throws IOException {
        Path file = Files.writeString(folder.resolve("stub.yaml"), """
                port: 1
                scenario: outage
                quotas: [{calls: 5, per: 30s}]
                applications: [{id: my-app, secret-from: MY_SECRET, roles: [Ti.ReadWrite]}]
                """);
        Map<String, String> environment = Map.of("MY_SECRET", "from outside");
        assertEquals(
                0, run(environment, "--config", file.toString(), "--port", "0", "--scenario", "burst"), err.toString());
        for (String part : List.of(
                "Client id:      my-app\n",
                "Client secret:  from outside\n",
                "Console:        " + served.get(0) + "/\n",
                "Quotas:         5/30s\n",
                "Scenario:       burst\n",
                "'client_secret=from outside'")) {
            assertTrue(out.toString().contains(part), part + " in " + out);
        }
        assertFalse(out.toString().contains("Admin key"), out.toString());
    }

    @Test
    void hasTheQuotasOfTheServiceUnlessTheyAreOff() {
        assertEquals(0, run(Map.of(), "--port", "0"), err.toString());
        assertTrue(out.toString().contains("Quotas:         100/1m, 1500/1h\n"), out.toString());
        assertEquals(0, run(Map.of(), "--port", "0", "--quota", "off"), err.toString());
        assertTrue(out.toString().contains("Quotas:         off\n"), out.toString());
        assertEquals(0, run(Map.of(), "--port", "0", "--quota", "1/1s", "--quota", "7/2h"), err.toString());
        assertTrue(out.toString().contains("Quotas:         1/1s, 7/2h\n"), out.toString());
    }

    @Test
    void makesAKeyForAStubThatOtherMachinesReach() {
        assertEquals(0, run(Map.of(), "--port", "0", "--bind", "0.0.0.0"));
        assertTrue(out.toString().matches("(?s).*Admin key:      [0-9a-f-]{36}\n.*"), out.toString());
    }

    @Test
    void keepsAKeyThatIsKnownToItself() {
        Map<String, String> environment = Map.of("TICK_ADMIN_KEY", "sixteen letters!");
        assertEquals(0, run(environment, "--port", "0", "--bind", "0.0.0.0"), err.toString());
        assertFalse(out.toString().contains("sixteen letters!"), out.toString());
        assertFalse(out.toString().contains("Admin key"), out.toString());
    }

    @Test
    void namesTheFileOfItsCertificate() throws IOException {
        assertEquals(0, run(Map.of(), "--port", "0", "--https"), err.toString());
        String text = out.toString();
        Path file = Path.of(text.replaceAll("(?s).*Certificate:    (\\S+).*", "$1"));
        assertTrue(Files.readString(file).startsWith("-----BEGIN CERTIFICATE-----\n"));
        assertTrue(text.contains("curl -sS --cacert '" + file + "' 'https://127.0.0.1:"), text);
        Files.delete(file);
    }

    @Test
    void explainsAcceptedAndRefusedBodies() throws IOException {
        Path sound = Files.writeString(folder.resolve("sound.json"), """
                {"indicator": "a.example", "indicatorType": "DomainName", "action": "Alert", "title": "t"}""");
        assertEquals(0, run(Map.of(), "explain", sound.toString()), err.toString());
        assertEquals("""
                Read as submitIndicator of tiindicators (edition 2018-10): POST /api/tiindicators; --contract and --operation choose another
                submitIndicator would accept it, with 201.
                """, out.toString());
        Path bad = Files.writeString(folder.resolve("bad.json"), """
                {"indicator": "a.example", "indicatorType": "DomainName", "action": "Alert", "title": 5, "x": 1}""");
        assertEquals(3, run(Map.of(), "explain", bad.toString()));
        for (String part : List.of(
                "submitIndicator would refuse it, with 400 InvalidRequestBody: /title: expected type",
                "Why:\n  /title: expected type [\"string\",\"null\"], got 5\n    CLI-006 (must, documented): What a client",
                "What becomes of such a request:\n  SUB-030 (must, documented): A submit whose title is of another",
                "      post-ti-indicator, Request body, edition 2018-10, read ",
                "refuses it):\n  body: expected no property 'x', got {",
                "    CLI-019 (may, open): ")) {
            assertTrue(out.toString().contains(part), part + " in " + out);
        }
        assertEquals(2, run(Map.of(), "explain", folder.resolve("none.json").toString()));
        assertTrue(err.toString().contains("FILE: cannot read"), err.toString());
        assertEquals(2, run(Map.of(), "explain", "--contract", "indicator", sound.toString()));
        assertTrue(err.toString().contains("did you mean 'indicators'?"), err.toString());
        assertEquals(3, run(Map.of(), "explain", "--contract", "indicators", sound.toString()));
        assertEquals(2, run(Map.of(), "explain", "--operation", "submitIndicatr", bad.toString()));
        assertTrue(err.toString().contains("(did you mean 'submitIndicator'?)"), err.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'indicatorValue': 'a.example', 'indicatorType': 'DomainName', 'action': 'Audit'} | submitOrUpdateIndicator of indicators (edition 2025-12)",
                "{'indicator': 'a.example', 'indicatorType': 'DomainName', 'action': 'Alert'} | submitIndicator of tiindicators (edition 2018-10)",
                "{'title': 'x'} | updateIndicator of tiindicators (edition 2018-10)",
                "{'Indicators': []} | importIndicators of indicators (edition 2025-12)",
                "{'IndicatorIds': ['1']} | batchDeleteIndicators of indicators (edition 2025-12)",
                "{} | submitOrUpdateIndicator of indicators (edition 2025-12)",
                "[1] | submitOrUpdateIndicator of indicators (edition 2025-12)",
                "no json | submitOrUpdateIndicator of indicators (edition 2025-12)"
            })
    void explainSeesByTheBodyForWhichContractAndOperationItIs(String body, String read) throws IOException {
        Path file = Files.writeString(folder.resolve("body.json"), body.replace('\'', '"'));
        run(Map.of(), "explain", file.toString());
        assertTrue(out.toString().startsWith("Read as " + read + ": "), out.toString());
    }

    @Test
    void explainTakesTheContractAndTheOperationThatItIsGiven() throws IOException {
        Path file = Files.writeString(folder.resolve("body.json"), "{\"title\": \"x\"}");
        run(Map.of(), "explain", "--contract", "indicators", file.toString());
        assertTrue(out.toString().startsWith("Read as submitOrUpdateIndicator of indicators "), out.toString());
        out.getBuffer().setLength(0);
        run(Map.of(), "explain", "--operation", "submitIndicator", file.toString());
        assertTrue(
                out.toString()
                        .startsWith(
                                "Read as submitIndicator of tiindicators (edition 2018-10): POST /api/tiindicators\n"),
                out.toString());
    }

    @Test
    void putsTodaysEditionFirst() {
        assertEquals(0, run(Map.of(), "--port", "0", "--quota", "off"), err.toString());
        List<String> lines = out.toString().lines().toList();
        assertTrue(
                lines.contains("Contracts:      indicators (edition 2025-12), tiindicators (edition 2018-10)"),
                out.toString());
        assertTrue(lines.contains("Resource:       https://api.securitycenter.microsoft.com"), out.toString());
        int today = lines.indexOf("Paste this, for indicators (edition 2025-12):");
        int first = lines.indexOf("Or this, for tiindicators (edition 2018-10):");
        assertTrue(today > 0 && today < first, out.toString());
        assertTrue(lines.get(today + 1).startsWith("curl -sS '" + served.get(0) + "/api/indicators' "), out.toString());
        assertTrue(
                lines.get(first + 1).startsWith("curl -sS '" + served.get(0) + "/api/tiindicators' "), out.toString());
    }

    @Test
    void exitsWith1WhereItsMemoryIsNotEnough() {
        Map<String, String> endless = new AbstractMap<>() {
            @Override
            public Set<Map.Entry<String, String>> entrySet() {
                throw new StackOverflowError();
            }
        };
        assertEquals(1, run(endless));
        assertTrue(err.toString().startsWith("the memory of this process was not enough ("), err.toString());
    }

    private int run(Map<String, String> environment, String... arguments) {
        return StubMain.run(
                arguments,
                environment,
                new PrintWriter(out),
                new PrintWriter(err, true),
                (stub, certificate) -> served.add(stub.baseUrl().toString()));
    }
}
