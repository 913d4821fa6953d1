package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Register;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stub and checks follow a contract that no Java was written for. */
class ContractsAreDataTest {
    @ParameterizedTest
    @ValueSource(strings = {"rooms", "parcels"})
    void anInventedContractRunsThroughStubAndChecks(String name) {
        Contract contract = Contract.load(name);
        RunResult report = run(contract, Register.load(name, contract));
        assertEquals(List.of(), notPassed(report));
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertTrue(report.rows().size() > 35, String.valueOf(report.rows().size()));
    }

    @Test
    void anOptionalPropertyJoinsStubAndChecksByDataAlone() throws IOException {
        String yaml = text("contracts/tiindicators/openapi.yaml")
                .replaceAll(
                        "(\\n        recommendedActions:\\n)",
                        "\n        confidence:\n          type: [integer, \"null\"]\n          description: Added.$1")
                .replaceFirst(
                        "(\\n                  recommendedActions: TEST\\n)", "$1                  confidence: 80\n");
        Contract contract = Contract.parse("added.yaml", yaml);
        String rows = text("contracts/tiindicators/requirements.yaml")
                + row("ADD-001", "server", "/components/schemas/Indicator/properties/confidence", "echo")
                + row(
                        "ADD-002",
                        "server",
                        "/components/schemas/IndicatorSubmission/properties/confidence/type",
                        "refused")
                + row("ADD-003", "client", "/components/schemas/IndicatorSubmission/properties/confidence", "");
        Register all = Register.parse("added-requirements.yaml", rows, contract);
        Register some = new Register(
                all.source(),
                all.edition(),
                all.requirements().stream()
                        .filter(row -> row.id().matches("(ADD|CLI|SUB-00).*"))
                        .toList());
        RunResult report = run(contract, some);
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(List.of("ADD-001/fileSha1 PASS", "ADD-001/explored PASS"), cases(report, "ADD-001"));
        assertEquals(
                List.of(
                        "ADD-002/fileSha1: confidence=true PASS", "ADD-002/fileSha1: confidence=[] PASS",
                        "ADD-002/fileSha1: confidence={} PASS", "ADD-002/fileSha1: confidence=\"no v\u00E4lue\" PASS"),
                cases(report, "ADD-002").stream()
                        .filter(one -> !one.contains("creates nothing"))
                        .limit(4)
                        .toList());
    }

    @Test
    void anotherValueMakesAnotherEntityByDataAlone() throws IOException {
        Contract contract = Contract.load("parcels");
        String rows = text("contracts/parcels/requirements.yaml") + """
                  - id: PAR-900
                    level: may
                    basis: observed
                    subject: server
                    statement: A tag with another weight is another parcel.
                    source: {of: page, section: All}
                    check: {kind: request, expect: noted, operation: handIn, resubmit: {weight: 9}, observe: /weight}
                """;
        RunResult report = run(contract, Register.parse("more.yaml", rows, contract));
        assertEquals(
                List.of("PAR-900 NOTE first answered 201, /weight: 2; then answered 201, /weight: 9, another ticket"),
                notPassed(report));
    }

    private static RunResult run(Contract contract, Register register) {
        try (StubServer stub =
                StubServer.start(StubConfig.builder(contract, register).build())) {
            return new Runner(contract, register, Clock.systemUTC(), QuickSender::new)
                    .run(Verifier.embedded(stub, contract));
        }
    }

    private static List<String> notPassed(RunResult report) {
        return report.rows().stream()
                .filter(row -> row.result() != Result.PASS)
                .map(row -> row.row().id() + " " + row.result() + " " + row.detail())
                .toList();
    }

    private static List<String> cases(RunResult report, String id) {
        return report.rows().stream()
                .filter(row -> row.row().id().equals(id))
                .map(RequirementResult::cases)
                .flatMap(List::stream)
                .map(one -> one.id() + " " + one.result())
                .toList();
    }

    private static String row(String id, String subject, String schema, String kind) {
        return "  - id: " + id + "\n    level: must\n    basis: documented\n    subject: " + subject
                + "\n    statement: Added.\n    source: {of: submit, section: Added}\n    schema: " + schema + "\n"
                + (kind.isEmpty() ? "" : "    check: {kind: " + kind + ", operation: submitIndicator}\n");
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = ContractsAreDataTest.class.getClassLoader().getResourceAsStream(resource)) {
            assertTrue(in != null, resource);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
