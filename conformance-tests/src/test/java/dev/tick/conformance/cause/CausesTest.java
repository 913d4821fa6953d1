package dev.tick.conformance.cause;

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

class CausesTest {
    @Test
    void theSameDifferenceIsToldOnce() {
        assertEquals(
                List.of(
                        "FAIL title: expected \"a\", got \"b\" (submitIndicator): SUB-007",
                        "FAIL submitIndicator answers 201 and does not refuse: a: SUB-020 SUB-022"),
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
                        "FAIL submitIndicator answers 201 and does not refuse: a: SUB-020 SUB-022 VAL-001 VAL-002",
                        "WARN submitIndicator answers 404 instead of 400: a: VAL-003"),
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
                List.of(
                        "FAIL submitIndicator answers 500 instead of 201 (first in exchange 1): SUB-001 SUB-022 VAL-001"),
                told(
                        row("SUB-001", differs(1, "", "201", "500")),
                        row("SUB-022", differs(2, "", "it to be accepted or refused with 4xx", "POST /a -> 500")),
                        row("VAL-001", warned(3, "", "a refusal", "POST /a/5000 -> 500"))));
    }

    @Test
    void whatIsMissingInABodyThatIsWrongAsAWholeIsAConsequence() {
        assertEquals(
                List.of(
                        "FAIL body: expected type \"object\", got [] (submitIndicator): SUB-003 SUB-001 SUB-007",
                        "FAIL submitIndicator answers 400 instead of 404: a: SUB-020"),
                told(
                        row("SUB-001", differs(1, "", "what was asked for", "201 with another body")),
                        row("SUB-003", differs(1, "body", "type \"object\"", "[]")),
                        row("SUB-007", differs(1, "title", "\"a\"", "nothing")),
                        row("SUB-020", differs(2, "", "404", "400"))));
    }

    /** A title that comes back cut is missed by the list, differs from what is read later, and is refused by the schema. */
    @Test
    void onePropertyIsOneCauseFromWhicheverSideItShows() {
        assertEquals(
                List.of("FAIL title comes back cut after 2 characters (submitIndicator): SUB-007 SUB-066 LST-004"),
                told(
                        row("SUB-007", differs(1, "title", "\"abc\"", "\"ab\"")),
                        row("SUB-066", differs(2, "/value/0/title", "\"ab\"", "\"abc\"")),
                        row("LST-004", differs(1, "", "what is titled abc in the list", "GET /a -> 200 without it"))));
    }

    @Test
    void twoPropertiesAreTwoCausesUnlessBothAreMissing() {
        assertEquals(
                List.of(
                        "FAIL title comes back cut after 1 characters (submitIndicator): SUB-007",
                        "FAIL action, severity are missing in the response (submitIndicator): SUB-009 SUB-010",
                        "FAIL description: expected \"c\", got \"d\" (submitIndicator): SUB-011"),
                told(
                        row("SUB-007", differs(1, "title", "\"ab\"", "\"a\"")),
                        row("SUB-009", differs(2, "action", "\"b\"", "nothing")),
                        row("SUB-010", differs(3, "severity", "\"b\"", "nothing")),
                        row("SUB-011", differs(4, "description", "\"c\"", "\"d\""))));
    }

    /** Long ones stand beneath the sentence anyway. */
    @Test
    void theSentenceHasShortValuesOnly() {
        String longText = "a sample of an exercise, seen twice this week";
        assertEquals(
                List.of(
                        "FAIL title comes back with other blanks around it: \"a\" instead of \" a\" (submitIndicator): SUB-007",
                        "FAIL description comes back with other blanks around it (submitIndicator): SUB-011"),
                told(
                        row("SUB-007", differs(1, "title", "\" a\"", "\"a\"")),
                        row("SUB-011", differs(4, "description", "\" " + longText + "\"", "\"" + longText + "\""))));
    }

    /** A list is looked at by many checks; that each saw something wrong in it makes them no one cause. */
    @Test
    void sharpFindingsOfOneExchangeStayApart() {
        assertEquals(
                2,
                causes(
                                row("SUB-007", differs(1, "title", "\"ab\"", "\"a\"")),
                                row("SUB-011", differs(1, "description", "\"cd\"", "\"c\"")))
                        .size());
    }

    @Test
    void whatHasNoSoundTwinWaitsForWhatBrokeTheTwin() {
        List<Cause> causes = causes(
                row("SUB-001", differs(1, "", "201", "500")),
                row("SUB-020", untested(1)),
                row("TOK-009", CaseResult.of("a", Result.NOT_TESTABLE, "TICK_TOKEN_EXPIRED is not set")));
        assertEquals(
                List.of("SUB-020"),
                causes.get(0).waiting().stream().map(one -> one.row().id()).toList());
    }

    @Test
    void whatRestsOnAnotherExchangeWaitsForNoCause() {
        RequirementResult waiting = row("SUB-020", untested(9));
        RequirementResult title = row("SUB-007", differs(1, "title", "\"ab\"", "\"a\""));
        RequirementResult other = row("SUB-011", differs(2, "description", "\"c\"", "\"d\""));
        assertEquals(0, causes(title, waiting).get(0).waiting().size());
        assertEquals(
                0,
                causes(title, other, waiting).stream()
                        .mapToInt(one -> one.waiting().size())
                        .sum());
    }

    @Test
    void aKnownDeviationIsNoCause() {
        assertEquals(
                List.of(),
                Causes.of(
                        Reports.knowing(
                                Reports.of(
                                        "0123abcd",
                                        Optional.empty(),
                                        List.of(),
                                        row("SUB-007", differs(1, "title", "\"ab\"", "\"a\""))),
                                "SUB-007",
                                Optional.empty()),
                        Reports.CONTRACT));
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
                        "FAIL expected 1, got 2 (submitIndicator): SUB-001",
                        "WARN expected 7, got 8 (submitIndicator): VAL-005 VAL-006 VAL-007 VAL-008 VAL-009",
                        "WARN expected 5, got 6 (submitIndicator): VAL-001",
                        "WARN expected 3, got 4 (submitIndicator): VAL-002 VAL-003"),
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
        return causes(rows).stream()
                .map(cause -> cause.result() + " " + cause.sentence() + ": "
                        + String.join(
                                " ",
                                cause.rows().stream().map(one -> one.row().id()).toList()))
                .toList();
    }

    private static List<Cause> causes(RequirementResult... rows) {
        return Causes.of(Reports.of("0123abcd", Optional.empty(), List.of(), rows), Reports.CONTRACT);
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

    private static CaseResult untested(int exchange) {
        return new CaseResult("a", Result.NOT_TESTABLE, "the valid version did not work", List.of(), List.of(exchange));
    }

    private static CaseResult of(Result result, int exchange, Mismatch contrast) {
        return new CaseResult("a", result, contrast.sentence(), List.of(contrast), List.of(exchange));
    }
}
