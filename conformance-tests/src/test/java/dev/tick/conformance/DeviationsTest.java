package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.deviation.DeviationStatus;
import dev.tick.conformance.deviation.Deviations;
import dev.tick.conformance.deviation.Waiver;
import dev.tick.conformance.deviation.Waivers;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviationsTest {
    private static final Register REGISTER = register();
    private static final Map<String, List<String>> CASES =
            Map.of("SUB-004", List.of("SUB-004/fileSha1", "SUB-004/fileSha256"), "SUB-005", List.of());
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);
    private static final String SOUND = """
            - id: SUB-004
              case: fileSha1
              reason: The gateway rewrites the type.
              link: https://tracker.example/17
              owner: gateway team
              opened: 2026-11-01
              expires: "2027-01-31"
            """;

    @Test
    void readsEveryFieldWithTheLineOfTheEntry() {
        assertEquals(
                List.of(new Deviation(
                        "deviations/host.yaml",
                        2,
                        "SUB-004",
                        Optional.of("SUB-004/fileSha1"),
                        "The gateway rewrites the type.",
                        "https://tracker.example/17",
                        "gateway team",
                        LocalDate.of(2026, 11, 1),
                        LAST_DAY)),
                parse("# Known.\n" + SOUND).entries());
    }

    @Test
    void takesTheCaseAsTheResultsNameIt() {
        Deviation full = parse(SOUND.replace("case: fileSha1", "case: SUB-004/fileSha256"))
                .entries()
                .get(0);
        assertEquals(Optional.of("SUB-004/fileSha256"), full.caseId());
        assertEquals("SUB-004/fileSha256", full.subject());
        Deviation all = parse(SOUND.replace("  case: fileSha1\n", "")).entries().get(0);
        assertEquals(Optional.empty(), all.caseId());
        assertEquals("SUB-004", all.subject());
    }

    @Test
    void takesAnEmptyListAndSeveralEntries() {
        assertEquals(List.of(), parse("[]").entries());
        assertEquals(
                List.of(1, 8),
                parse(SOUND + SOUND.replace("fileSha1", "fileSha256")).entries().stream()
                        .map(Deviation::line)
                        .toList());
    }

    @Test
    void listsSeveralRequirementsAsAWhole() {
        String whole = SOUND.replace("  case: fileSha1\n", "");
        assertEquals(
                List.of("SUB-004", "SUB-005"),
                parse(whole + whole.replace("SUB-004", "SUB-005")).entries().stream()
                        .map(Deviation::subject)
                        .toList());
    }

    /** A target that serves both contracts has one file. */
    @Test
    void leavesTheEntriesOfAnotherContractToItsRun() {
        String whole = SOUND.replace("  case: fileSha1\n", "");
        assertEquals(
                List.of("SUB-004"),
                parse(whole + whole.replace("SUB-004", "ISU-005")).entries().stream()
                        .map(Deviation::subject)
                        .toList());
    }

    /** Where no case is known, since the target lacks the capability, none can be called unknown. */
    @Test
    void doesNotJudgeTheCasesOfARequirementThatHasNoneHere() {
        String text = SOUND.replace("fileSha1", "whatever");
        assertEquals(
                "SUB-005/whatever",
                parse(text.replace("SUB-004", "SUB-005")).entries().get(0).subject());
        assertEquals(
                "SUB-006/whatever",
                parse(text.replace("SUB-004", "SUB-006")).entries().get(0).subject());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reason:      | reasn:          | 3: unknown key 'reasn' (did you mean 'reason'?); expected one of [id, case, reason, link, owner, opened, expires]",
                "owner: gateway team | 'owner: me\n  colour: red' | 6: unknown key 'colour'; expected one of [id, case, reason, link, owner, opened, expires]",
                "owner: gateway team | 'owner: me\n  reasn: again' | 6: unknown key 'reasn'; expected one of [id, case, reason, link, owner, opened, expires]",
                "id: SUB-004  | id: SUB-0O4     | 1: id: 'SUB-0O4' is no requirement of register.yaml (did you mean 'SUB-004'?); correct the id, or remove this entry",
                "id: SUB-004  | id: nonsense    | 1: id: 'nonsense' is no requirement of register.yaml; correct the id, or remove this entry",
                "id: SUB-004  | id: SUB-002     | 1: id: 'SUB-002' is never checked (nobody can see it); remove this entry",
                "id: SUB-004  | id: CLI-001     | 1: id: 'CLI-001' binds clients, not a server; remove this entry",
                "id: SUB-004  | id: 4           | 1: id: expected text, got 4; write it out, in quotes where it is a number",
                "case: fileSha1 | case: fileSah1 | 2: case: 'fileSah1' is no case of SUB-004 (did you mean 'SUB-004/fileSha1'?); there are SUB-004/fileSha1, SUB-004/fileSha256",
                "case: fileSha1 | case: SUB-005/fileSha1 | 2: case: 'SUB-005/fileSha1' is no case of SUB-004 (did you mean 'SUB-004/fileSha1'?); there are SUB-004/fileSha1, SUB-004/fileSha256",
                "link: https://tracker.example/17 | link: ' ' | 4: link: expected text, got ' '; write it out, in quotes where it is a number",
                "'  owner: gateway team\n' | '' | 1: the key 'owner' is missing; add it",
                "opened: 2026-11-01 | opened: 2026-11-31 | 6: opened: '2026-11-31' is no date; write year, month and day, such as 2027-01-31",
                "opened: 2026-11-01 | opened: soon | 6: opened: 'soon' is no date; write year, month and day, such as 2027-01-31",
                "opened: 2026-11-01 | opened: 2027-02-01 | 7: expires: 2027-01-31 is before 'opened' 2027-02-01; correct one of the two dates"
            })
    void namesTheLineTheKeyTheValueAndTheRemedy(String sound, String unsound, String problem) {
        String text = SOUND.replace(sound, unsound.replace("' '", "\" \""));
        assertEquals(refusal(problem.replace("' '", "\" \"")), message(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'id: SUB-004'     | 1: expected a list of entries, each with [id, case, reason, link, owner, opened, expires], got {\"id\":\"SUB-004\"}",
                "'# nothing'       | ': the document is empty; a file of deviations is a list of entries, or []'",
                "'- id: [SUB-004'  | 1: not YAML: expected ',' or ']', but got <stream end>; a file of deviations is a list of entries, or []",
                "'- SUB-004'       | 1: expected the keys [id, case, reason, link, owner, opened, expires], got \"SUB-004\""
            })
    void saysHowAFileOughtToBeBuilt(String text, String problem) {
        assertEquals(refusal(problem), message(text));
    }

    @Test
    void saysWhereAnEntryIsListedAlready() {
        assertEquals(
                refusal("8: SUB-004/fileSha1 is listed in line 1 already, as SUB-004/fileSha1;"
                        + " remove one of the two entries"),
                message(SOUND + SOUND));
        String whole = SOUND.replace("  case: fileSha1\n", "");
        assertEquals(
                refusal("8: SUB-004 is listed in line 1 already, as SUB-004/fileSha1; remove one of the two entries"),
                message(SOUND + whole));
        assertEquals(
                refusal("7: SUB-004/fileSha1 is listed in line 1 already, as SUB-004; remove one of the two entries"),
                message(whole + SOUND));
    }

    @Test
    void reportsAllProblemsTogether() {
        assertEquals(
                refusal("1: the key 'reason' is missing; add it")
                        + "\n  deviations/host.yaml:1: the key 'link' is missing; add it"
                        + "\n  deviations/host.yaml:1: the key 'owner' is missing; add it"
                        + "\n  deviations/host.yaml:1: the key 'opened' is missing; add it"
                        + "\n  deviations/host.yaml:1: the key 'expires' is missing; add it"
                        + "\n  deviations/host.yaml:1: id: 'SUB-0O4' is no requirement of register.yaml"
                        + " (did you mean 'SUB-004'?); correct the id, or remove this entry"
                        + "\n  deviations/host.yaml:6: case: 'x' is no case of SUB-004;"
                        + " there are SUB-004/fileSha1, SUB-004/fileSha256",
                message("- id: SUB-0O4\n\n\n\n" + SOUND.replace("fileSha1", "x")));
    }

    @Test
    void readsAFileAndSaysWhereItIsMissing(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("known.yaml");
        InputFile named = new InputFile("known.yaml", file);
        assertEquals(
                "deviations: there is no file 'known.yaml' (looked for " + file + "); correct the path",
                assertThrows(InvalidSettingException.class, () -> Deviations.read(named, REGISTER, CASES))
                        .getMessage());
        Files.writeString(file, SOUND);
        assertEquals(
                "known.yaml",
                Deviations.read(named, REGISTER, CASES).entries().get(0).file());
    }

    @Test
    void refusesToExpireBeforeItIsOpened() {
        assertEquals(
                "expires: 2026-10-31 is before opened: 2026-11-01",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Deviation(
                                        "a.yaml",
                                        1,
                                        "SUB-004",
                                        Optional.empty(),
                                        "reason",
                                        "link",
                                        "owner",
                                        LocalDate.of(2026, 11, 1),
                                        LocalDate.of(2026, 10, 31)))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        // of one case: its result, and the standing
        "FAIL, WAIVES",
        "WARN, WAIVES",
        "PASS, STALE",
        "NOTE, STALE",
        "ERROR, UNTESTED",
        "NOT_TESTABLE, UNTESTED",
        "NOT_APPLICABLE, UNTESTED"
    })
    void knowsWhatAnEntryForACaseIsWorth(Result result, DeviationStatus standing) {
        Waivers waivers = parse(SOUND)
                .judge(
                        Map.of("SUB-004", Map.of("SUB-004/fileSha1", result, "SUB-004/fileSha256", Result.FAIL)),
                        LAST_DAY);
        assertEquals(standing, waivers.all().get(0).status());
        assertEquals(
                standing == DeviationStatus.WAIVES,
                waivers.of("SUB-004", "SUB-004/fileSha1", result).isPresent());
        assertEquals(Optional.empty(), waivers.of("SUB-004", "SUB-004/fileSha256", Result.FAIL));
        assertEquals(
                standing == DeviationStatus.STALE ? 1 : 0, waivers.invalid().size());
    }

    @ParameterizedTest
    @CsvSource({
        // of a whole requirement: the results of its two cases, and the standing
        "FAIL, PASS, WAIVES",
        "ERROR, FAIL, WAIVES",
        "PASS, PASS, STALE",
        "PASS, NOTE, STALE",
        "PASS, NOT_TESTABLE, UNTESTED",
        "PASS, ERROR, UNTESTED",
        "NOT_APPLICABLE, NOT_APPLICABLE, UNTESTED"
    })
    void knowsWhatAnEntryForARequirementIsWorth(Result one, Result other, DeviationStatus standing) {
        Waivers waivers = parse(SOUND.replace("  case: fileSha1\n", ""))
                .judge(Map.of("SUB-004", Map.of("SUB-004/fileSha1", one, "SUB-004/fileSha256", other)), LAST_DAY);
        assertEquals(standing, waivers.all().get(0).status());
    }

    @Test
    void waivesNothingButAFailureOfWhatIsListed() {
        Waivers waivers = parse(SOUND.replace("  case: fileSha1\n", ""))
                .judge(Map.of("SUB-004", Map.of("SUB-004/fileSha1", Result.FAIL)), LAST_DAY);
        assertEquals(
                Optional.of(1),
                waivers.of("SUB-004", "SUB-004/other", Result.WARN).map(Deviation::line));
        assertEquals(Optional.empty(), waivers.of("SUB-004", "SUB-004/fileSha1", Result.ERROR));
        assertEquals(Optional.empty(), waivers.of("SUB-005", "SUB-005/fileSha1", Result.FAIL));
    }

    @Test
    void knowsNothingOfARequirementThatDidNotRun() {
        assertEquals(
                DeviationStatus.UNTESTED,
                parse(SOUND).judge(Map.of(), LAST_DAY).all().get(0).status());
        assertEquals(List.of(), Deviations.none().judge(Map.of(), LAST_DAY).all());
        assertEquals(List.of(), Waivers.none().invalid());
    }

    @Test
    void expiresOnTheDayAfterTheLast() {
        Map<String, Map<String, Result>> failing = Map.of("SUB-004", Map.of("SUB-004/fileSha1", Result.FAIL));
        assertEquals(
                DeviationStatus.WAIVES,
                parse(SOUND).judge(failing, LAST_DAY).all().get(0).status());
        Waivers late = parse(SOUND).judge(failing, LAST_DAY.plusDays(1));
        assertEquals(DeviationStatus.EXPIRED, late.all().get(0).status());
        assertEquals(1, late.invalid().size());
        assertEquals(Optional.empty(), late.of("SUB-004", "SUB-004/fileSha1", Result.FAIL));
    }

    @Test
    void saysWhichLineToRemoveOrRenew() {
        Deviation entry = parse(SOUND).entries().get(0);
        String place = "deviations/host.yaml:1: SUB-004/fileSha1 is ";
        assertEquals(place + "waived: " + entry.sentence(), new Waiver(entry, DeviationStatus.WAIVES).message());
        assertEquals(
                place + "listed as a deviation, but nothing of it fails any more; remove this entry",
                new Waiver(entry, DeviationStatus.STALE).message());
        assertEquals(
                place + "listed as a deviation until 2027-01-31, which has passed, so it waives nothing;"
                        + " renew 'expires' or remove this entry",
                new Waiver(entry, DeviationStatus.EXPIRED).message());
        assertEquals(
                place + "listed as a deviation, but was not tested in this run",
                new Waiver(entry, DeviationStatus.UNTESTED).message());
    }

    private static String refusal(String problem) {
        return "deviations: deviations/host.yaml cannot be used:\n  deviations/host.yaml"
                + (problem.startsWith(":") ? "" : ":") + problem;
    }

    private static String message(String text) {
        return String.valueOf(
                assertThrows(InvalidSettingException.class, () -> parse(text)).getMessage());
    }

    private static Deviations parse(String text) {
        return Deviations.parse("deviations/host.yaml", text, REGISTER, CASES);
    }

    private static Register register() {
        String rows = row("SUB-004", "server", "check: {kind: success, operation: submitIndicator}")
                + row("SUB-005", "server", "check: {kind: success, operation: submitIndicator}")
                + row("SUB-006", "server", "check: {kind: success, operation: submitIndicator}")
                + row("SUB-002", "server", "excluded: nobody can see it")
                + row("CLI-001", "client", "schema: /paths");
        return Register.parse(
                "register.yaml",
                "contract: tiindicators\nedition: \"2018-10\"\nsources:\n"
                        + "  submit: {page: a, edition: \"2018-10\", dated: \"2018\", read: \"2026-11-23\"}\nrequirements:\n"
                        + rows,
                Contract.load("tiindicators"));
    }

    private static String row(String id, String subject, String exercise) {
        return "  - id: " + id + "\n    level: must\n    basis: documented\n    subject: " + subject
                + "\n    statement: Something.\n    source: {of: submit, section: Added}\n    " + exercise + "\n";
    }
}
