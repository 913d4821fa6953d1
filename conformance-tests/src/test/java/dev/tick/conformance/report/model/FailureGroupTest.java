package dev.tick.conformance.report.model;

import static dev.tick.conformance.Reports.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.Reports;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.verdict.Result;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailureGroupTest {
    @Test
    void theSameDifferenceIsToldOnce() {
        assertEquals(
                List.of(
                        "FAIL title: expected \"a\", got \"b\": SUB-007",
                        "FAIL expected a refusal, got 201: SUB-020 SUB-022"),
                told(
                        row("SUB-007", differs(1, "title", "\"a\"", "\"b\"")),
                        row("SUB-020", differs(2, "", "a refusal", "201")),
                        row("SUB-022", passed(), differs(3, "", "a refusal", "201"))));
    }

    /** A MUST that wants a refusal, and a SHOULD that wants a status, of the same requests. */
    @Test
    void theSameAnswerToTheSameRequestIsToldOnce() {
        assertEquals(
                List.of(
                        "FAIL expected a refusal, got 201: SUB-020 SUB-022 VAL-001 VAL-002",
                        "WARN expected [400], got 404: VAL-003"),
                told(
                        row("SUB-020", differs(1, "", "a refusal", "201")),
                        row("VAL-001", warned(1, "", "[400]", "201")),
                        row("SUB-022", differs(2, "", "a refusal", "201")),
                        row("VAL-002", warned(3, "", "[400]", "201")),
                        row("VAL-003", warned(4, "", "[400]", "404"))));
    }

    @Test
    void aFailureOfTheServersOwnIsOneCauseWhateverWasExpected() {
        assertEquals(
                List.of("FAIL expected 201, got 500 (first in exchange 1): SUB-001 SUB-022 VAL-001"),
                told(
                        row("SUB-001", differs(1, "", "201", "500")),
                        row("SUB-022", differs(2, "", "it to be accepted or refused with 4xx", "POST /a -> 500")),
                        row("VAL-001", warned(3, "", "a refusal", "POST /a/5000 -> 500"))));
    }

    @Test
    void whatIsMissingInABodyThatIsWrongAsAWholeIsAConsequence() {
        assertEquals(
                List.of(
                        "FAIL body: expected type \"object\", got []: SUB-003 SUB-001 SUB-007",
                        "FAIL expected 404, got 400: SUB-020"),
                told(
                        row("SUB-001", differs(1, "", "what was asked for", "201 with another body")),
                        row("SUB-003", differs(1, "body", "type \"object\"", "[]")),
                        row("SUB-007", differs(1, "title", "\"a\"", "nothing")),
                        row("SUB-020", differs(2, "", "404", "400"))));
    }

    @Test
    void errorsGoTogetherByTheirText() {
        assertEquals(
                List.of("ERROR after 100 requests the target answered 429: SUB-001 SUB-003"),
                told(
                        row("SUB-001", CaseResult.of("a", Result.ERROR, "after 100 requests the target answered 429")),
                        row(
                                "SUB-003",
                                CaseResult.of("a", Result.ERROR, "after 100 requests the target answered 429"))));
    }

    @Test
    void theWorstComesFirstThenWhatBrokeManyThenTheOrderOfTheRegister() {
        assertEquals(
                List.of(
                        "FAIL expected 1, got 2: SUB-001",
                        "WARN expected 7, got 8: VAL-005 VAL-006 VAL-007 VAL-008 VAL-009",
                        "WARN expected 5, got 6: VAL-001",
                        "WARN expected 3, got 4: VAL-002 VAL-003"),
                told(
                        row("VAL-001", warned(1, "", "5", "6")),
                        row("VAL-002", warned(2, "", "3", "4")),
                        row("VAL-003", warned(3, "", "3", "4")),
                        row("SUB-001", differs(4, "", "1", "2")),
                        row("VAL-005", warned(5, "", "7", "8")),
                        row("VAL-006", warned(6, "", "7", "8")),
                        row("VAL-007", warned(7, "", "7", "8")),
                        row("VAL-008", warned(8, "", "7", "8")),
                        row("VAL-009", warned(9, "", "7", "8"))));
    }

    private static List<String> told(RequirementResult... rows) {
        return Reports.model(Reports.of("0123abcd", Optional.empty(), List.of(), rows)).failures().stream()
                .map(cause -> cause.result() + " " + cause.sentence() + ": "
                        + String.join(
                                " ",
                                cause.requirements().stream()
                                        .map(ReportedRequirement::id)
                                        .toList()))
                .toList();
    }

    private static CaseResult passed() {
        return CaseResult.of("fine", Result.PASS, "refused with 400");
    }

    private static CaseResult differs(int exchange, String subject, String expected, String got) {
        return of(Result.FAIL, exchange, new Mismatch(subject, expected, got));
    }

    private static CaseResult warned(int exchange, String subject, String expected, String got) {
        return of(Result.WARN, exchange, new Mismatch(subject, expected, got));
    }

    private static CaseResult of(Result result, int exchange, Mismatch contrast) {
        return new CaseResult("a", result, contrast.sentence(), List.of(contrast), List.of(exchange));
    }
}
