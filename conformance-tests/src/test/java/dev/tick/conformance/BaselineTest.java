package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.comparison.BaselineDiff;
import dev.tick.conformance.comparison.CaseSnapshot;
import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.comparison.Snapshot;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.report.Reporter;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BaselineTest {

    private final RunResult before = report(
            "aaaaaaaa",
            row("SUB-001", one("a", Result.PASS, "answered 201"), one("b", Result.FAIL, "expected 201, got 200")),
            row("SUB-003", one("a", Result.PASS, "as described")),
            row("VAL-012", one("probe", Result.NOTE, "title [tick aaaaaaaa]")),
            row("VAL-013", one("probe", Result.NOTE, "answered 201")));

    private final RunResult now = report(
            "bbbbbbbb",
            row("SUB-001", one("a", Result.FAIL, "expected 201, got 404"), one("c", Result.PASS, "answered 201")),
            row("SUB-003", one("a", Result.PASS, "as described, in other words")),
            row("SUB-004", one("a", Result.FAIL, "expected JSON")),
            row("VAL-012", one("probe", Result.NOTE, "title [tick bbbbbbbb]")),
            row("VAL-013", one("probe", Result.NOTE, "answered 400")));

    @Test
    void tellsWhatChangedAppearedAndVanished() {
        assertEquals(
                List.of(
                        new RequirementDiff(
                                "SUB-001",
                                Optional.of(Result.FAIL),
                                Optional.of(Result.FAIL),
                                List.of(
                                        new RequirementDiff.OfCase(
                                                "SUB-001/a",
                                                seen(Result.PASS, "answered 201"),
                                                seen(Result.FAIL, "expected 201, got 404")),
                                        new RequirementDiff.OfCase(
                                                "SUB-001/c", Optional.empty(), seen(Result.PASS, "answered 201")),
                                        new RequirementDiff.OfCase(
                                                "SUB-001/b",
                                                seen(Result.FAIL, "expected 201, got 200"),
                                                Optional.empty()))),
                        new RequirementDiff(
                                "SUB-004",
                                Optional.empty(),
                                Optional.of(Result.FAIL),
                                List.of(new RequirementDiff.OfCase(
                                        "SUB-004/a", Optional.empty(), seen(Result.FAIL, "expected JSON")))),
                        new RequirementDiff(
                                "VAL-013",
                                Optional.of(Result.NOTE),
                                Optional.of(Result.NOTE),
                                List.of(new RequirementDiff.OfCase(
                                        "VAL-013/probe",
                                        seen(Result.NOTE, "answered 201"),
                                        seen(Result.NOTE, "answered 400"))))),
                RequirementDiff.between(Snapshot.of(before), Snapshot.of(now)));
        assertEquals(
                List.of("SUB-001", "VAL-013", "SUB-004"),
                RequirementDiff.between(Snapshot.of(now), Snapshot.of(before)).stream()
                        .map(RequirementDiff::requirement)
                        .toList());
        assertEquals(List.of(), RequirementDiff.between(Snapshot.of(now), Snapshot.of(now)));
    }

    /** How far a run explored is its own affair; what it found is the server's. */
    @Test
    void runsThatExploreOtherwiseAreEqualUnlessOneFindsSomething() {
        Snapshot without = snapshot(CaseResult.of("a", Result.PASS, "answered 201"));
        Snapshot passed = snapshot(
                CaseResult.of("a", Result.PASS, "answered 201"), CaseResult.of("explored", Result.PASS, "met 3 times"));
        Snapshot missed = snapshot(
                CaseResult.of("a", Result.PASS, "answered 201"),
                CaseResult.of("explored", Result.NOT_TESTABLE, "this run does not explore"));
        Snapshot broken = snapshot(
                CaseResult.of("a", Result.PASS, "answered 201"), CaseResult.of("explored", Result.FAIL, "broken"));
        assertEquals(List.of(), RequirementDiff.between(without, passed));
        assertEquals(List.of(), RequirementDiff.between(missed, passed));
        assertEquals(List.of(), RequirementDiff.between(passed, missed));
        Snapshot noted = snapshot(
                CaseResult.of("a", Result.PASS, "answered 201"),
                CaseResult.of("explored", Result.NOTE, "no sequence of the exploration breaks it"));
        Snapshot notedOther = snapshot(
                CaseResult.of("a", Result.PASS, "answered 201"),
                CaseResult.of("explored", Result.NOTE, "other than OData says: x"));
        assertEquals(List.of(), RequirementDiff.between(noted, without));
        assertEquals(List.of(), RequirementDiff.between(missed, noted));
        assertEquals(1, RequirementDiff.between(noted, notedOther).size());
        for (Snapshot before : List.of(without, passed, missed, noted)) {
            assertEquals(
                    List.of("SUB-001/explored"),
                    RequirementDiff.between(before, broken).stream()
                            .flatMap(one -> one.cases().stream())
                            .map(RequirementDiff.OfCase::id)
                            .toList());
        }
        Snapshot other = snapshot(
                CaseResult.of("a", Result.NOT_TESTABLE, "not set"), CaseResult.of("explored", Result.PASS, "met"));
        assertEquals(1, RequirementDiff.between(passed, other).size());
    }

    private static Snapshot snapshot(CaseResult... cases) {
        return Snapshot.of(Reports.of("0123abcd", Optional.empty(), List.of(), Reports.row("SUB-001", cases)));
    }

    @Test
    void countsTheFailuresThatTheBaselineDidNotHave() {
        assertEquals(2, BaselineDiff.between("x", Snapshot.of(before), now).newFailures());
        assertEquals(1, BaselineDiff.between("x", Snapshot.of(now), before).newFailures());
        assertEquals(0, BaselineDiff.between("x", Snapshot.of(now), now).newFailures());
        assertEquals(
                1,
                BaselineDiff.between("x", Snapshot.of(before), waiving("SUB-004"))
                        .newFailures());
    }

    @Test
    void waivesInTheResultsAndInTheSummaryAndCountsIt(@TempDir Path directory) throws IOException {
        RunResult report = waiving("SUB-004");
        assertEquals(1, report.tally().waived());
        assertEquals(1, report.tally().failures());
        String console = write(report, Comparisons.none(), directory);
        assertTrue(console.contains("  MUST   1 PASS, 2 FAIL (1 waived)\n"), console);
        assertTrue(
                console.contains("  FAIL (waived) SUB-004 The answer is declared as JSON. | expected JSON"
                        + " | waived: reason (until 2027-01-31, owner, link)\n"),
                console);
        JsonNode results =
                JsonMapper.shared().readTree(directory.resolve("results.json").toFile());
        assertEquals("FAIL", results.at("/requirements/2/result").asString());
        assertEquals("reason", results.at("/requirements/2/waived/0").asString());
        assertEquals("reason", results.at("/requirements/2/cases/0/waived").asString());
        assertTrue(results.at("/requirements/0/waived").isMissingNode());
        assertEquals(1, results.at("/waived/FAIL").asInt());
        assertEquals(0, results.at("/waived/WARN").asInt());
        assertEquals("WAIVES", results.at("/deviations/0/standing").asString());
        assertEquals(7, results.at("/deviations/0/line").asInt());
    }

    @Test
    void readsBackWhatItWrote(@TempDir Path directory) {
        write(before, Comparisons.none(), directory);
        InputFile file = new InputFile("results.json", directory.resolve("results.json"));
        Snapshot read = Snapshot.read(file, Reports.CONTRACT.source().file());
        assertEquals(Snapshot.of(before), read);
        BaselineDiff changes = BaselineDiff.between("results.json", read, now);
        String console = write(now, new Comparisons(Optional.of(changes), List.of()), directory);
        assertTrue(console.endsWith("""
                        Since results.json: 3 requirements changed, 2 new failures
                          SUB-001 FAIL -> FAIL
                            SUB-001/a | then: PASS, answered 201 | now: FAIL, expected 201, got 404
                            SUB-001/c | then: none | now: PASS, answered 201
                            SUB-001/b | then: FAIL, expected 201, got 200 | now: none
                          SUB-004 none -> FAIL
                            SUB-004/a | then: none | now: FAIL, expected JSON
                          VAL-013 NOTE -> NOTE
                            VAL-013/probe | then: NOTE, answered 201 | now: NOTE, answered 400
                        """), console);
    }

    @Test
    void writesTheComparisonsForMachines(@TempDir Path directory) throws IOException {
        List<RequirementDiff> differences = RequirementDiff.between(Snapshot.of(before), Snapshot.of(now));
        BaselineDiff changes = new BaselineDiff("old/results.json", 2, differences);
        write(now, new Comparisons(Optional.of(changes), differences), directory);
        JsonNode results =
                JsonMapper.shared().readTree(directory.resolve("results.json").toFile());
        assertEquals("old/results.json", results.at("/changes/since").asString());
        assertEquals(2, results.at("/changes/newFailures").asInt());
        assertEquals("FAIL", results.at("/changes/requirements/0/then").asString());
        assertTrue(results.at("/changes/requirements/1/then").isMissingNode());
        assertEquals("FAIL", results.at("/changes/requirements/1/now").asString());
        assertEquals("SUB-001", results.at("/differsFromStub/0/id").asString());
        assertEquals(
                "PASS", results.at("/differsFromStub/0/cases/0/stub/result").asString());
        assertEquals(
                "expected 201, got 404",
                results.at("/differsFromStub/0/cases/0/now/detail").asString());
        String summary = Files.readString(directory.resolve("summary.txt"));
        assertTrue(summary.contains("""

                        Differs from the stub, and no cause above explains it: 1 requirement
                          VAL-013 NOTE -> NOTE
                            VAL-013/probe | stub: NOTE, answered 201 | here: NOTE, answered 400
                        """), summary);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | is not JSON (Unexpected end-of-input: expected close marker for Object); name the results.json of an earlier run of this kit",
                "[] | has no requirements; name the results.json of an earlier run of this kit",
                "{\"requirements\": []} | has no requirements; name the results.json of an earlier run of this kit",
                "{\"contract\": \"other.yaml\", \"requirements\": [{}]} | holds the results of the contract 'other.yaml', and this run is about 'contract.yaml'; name the results.json of an earlier run of this kit with the same contract",
                "{\"format\": \"2.0\"} | is of format 2.0, and this kit reads 1.x; name the results.json of an earlier run of this kit",
                "{\"contract\": \"contract.yaml\", \"requirements\": [{}]} | has a requirement or a case without an id; name the results.json of an earlier run of this kit",
                "{\"contract\": \"contract.yaml\", \"requirements\": [{\"id\": \"A\", \"result\": \"GOOD\"}]} | says 'GOOD' for the result of A, expected one of [NOT_APPLICABLE, PASS, NOTE, NOT_TESTABLE, WARN, ERROR, FAIL]; name the results.json of an earlier run of this kit"
            })
    void saysWhyAFileIsNoBaseline(String text, String problem, @TempDir Path directory) throws IOException {
        Path path = Files.writeString(directory.resolve("old.json"), text);
        assertEquals("baseline: 'old.json' " + problem, refusal(new InputFile("old.json", path)));
    }

    @Test
    void saysWhereItLookedForTheBaseline(@TempDir Path directory) throws IOException {
        Path path = directory.resolve("none.json");
        assertEquals(
                "baseline: there is no file 'none.json' (looked for " + path + "); correct the path",
                refusal(new InputFile("none.json", path)));
        Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xC3, 0});
        assertEquals(
                "baseline: 'binary' cannot be read as UTF-8 text"
                        + " (java.nio.charset.MalformedInputException: Input length = 1)",
                refusal(new InputFile("binary", binary)));
    }

    private static String refusal(InputFile file) {
        return String.valueOf(assertThrows(InvalidSettingException.class, () -> Snapshot.read(file, "contract.yaml"))
                .getMessage());
    }

    private RunResult waiving(String requirement) {
        return Reports.knowing(now, requirement, Optional.empty());
    }

    private static String write(RunResult report, Comparisons comparisons, Path directory) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        new Reporter(
                        Reports.CONTRACT,
                        directory,
                        new PrintStream(console, true, StandardCharsets.UTF_8),
                        ConsoleStyle.PLAIN)
                .write(report, comparisons);
        return console.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static RunResult report(String run, RequirementResult... rows) {
        return Reports.of(run, Optional.empty(), List.of(), rows);
    }

    private static RequirementResult row(String id, CaseResult... cases) {
        return Reports.row(id, cases);
    }

    private static CaseResult one(String name, Result result, String detail) {
        return CaseResult.of(name, result, detail);
    }

    private static Optional<CaseSnapshot> seen(Result result, String detail) {
        return Optional.of(new CaseSnapshot(result, detail));
    }
}
