package dev.tick.conformance.cause;

import static dev.tick.conformance.Reports.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.Reports;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.RecordedRequest;
import dev.tick.conformance.evidence.RecordedResponse;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.check.ConductCheck;
import dev.tick.spec.contract.Effect;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What follows from a cause, what waits for it, and what has nothing to do with it although it shares an exchange. */
class WhatExplainsTest {
    private static final CaseResult LACKING = fails("", "7f in the list", "GET /a -> 200 without it", 1, 2);

    @Test
    void aMustDoesNotFollowFromAShould() {
        assertEquals(
                List.of(
                        "FAIL expected a list without 7f, got it there (submitIndicator): SUB-020",
                        "WARN code: expected one of [a], got \"b\" (submitIndicator): VAL-001"),
                told(
                        row("VAL-001", warns("/error/code", "one of [a]", "\"b\"", 1)),
                        row("SUB-020", fails("", "a list without 7f", "it there", 1, 2))));
    }

    @Test
    void aListLacksNothingForATitleThatIsCut() {
        assertEquals(
                List.of(
                        "FAIL title comes back cut after 2 characters (submitIndicator): SUB-007",
                        "FAIL expected 7f in the list, got GET /a -> 200 without it (listIndicators): LST-004"),
                told(row("SUB-007", fails("title", "\"abc\"", "\"ab\"", 1)), row("LST-004", LACKING)));
    }

    @Test
    void aListLacksWhatIsKnownByAnotherName() {
        String identity = Reports.CONTRACT.resource().orElseThrow().address();
        assertEquals(
                List.of("FAIL " + identity + ": expected \"7f\", got \"9a\" (submitIndicator): SUB-007 LST-004"),
                told(row("SUB-007", fails(identity, "\"7f\"", "\"9a\"", 1)), row("LST-004", LACKING)));
    }

    @Test
    void aListLacksWhatWasAnsweredWithAnotherStatus() {
        assertEquals(
                List.of("FAIL submitIndicator answers 200 instead of 201: a: SUB-001 LST-004"),
                told(row("SUB-001", fails("", "201", "200", 1)), row("LST-004", LACKING)));
    }

    @Test
    void oneRefusalInPlaceOfAnotherExplainsNoList() {
        assertEquals(
                2,
                causes(row("SUB-020", fails("", "[400]", "403", 1)), row("LST-004", LACKING))
                        .size());
    }

    @Test
    void theWorstResultGivesTheSentenceHoweverSharpALesserOneIs() {
        assertEquals(
                List.of("FAIL expected what was asked for, got 201 (submitIndicator): SUB-001 VAL-001"),
                told(
                        row("SUB-001", fails("", "what was asked for", "201", 1)),
                        row("VAL-001", warns("", "[400]", "201", 1))));
    }

    @Test
    void aBodyOfAListIsNotWhatIsWrongWithTheSubmitBeforeIt() {
        assertEquals(
                List.of(
                        "FAIL submitIndicator answers 200 instead of 201: a: SUB-001",
                        "FAIL body: expected type \"object\", got [] (listIndicators): LST-001"),
                told(
                        row("SUB-001", fails("", "201", "200", 1)),
                        row("LST-001", fails("body", "type \"object\"", "[]", 1, 2))));
    }

    @Test
    void aFailureIsShownByTheRequestThatFailed() {
        RequirementResult row = row("SUB-001", fails("", "201", "POST /a -> 500", 1, 2, 3));
        Cause cause =
                Causes.of(run(List.of(201, 500, 201), row), Reports.CONTRACT).get(0);
        assertEquals("submitIndicator answers 500 instead of 201 (first in exchange 2)", cause.sentence());
        assertEquals(Optional.of(2), cause.exchange());
    }

    @Test
    void aValueThatBeginsLikeAFailureIsNone() {
        assertEquals(
                List.of("FAIL port: expected 443, got 512 (submitIndicator): SUB-007"),
                told(row("SUB-007", fails("/port", "443", "512", 1))));
    }

    @Test
    void aFailureUponOnePropertyIsStillOne() {
        assertEquals(
                List.of("FAIL submitIndicator answers 500 (first in exchange 1): SUB-007"),
                told(row("SUB-007", fails("title", "a long text to be taken", "POST /a -> 500", 1))));
    }

    @Test
    void whatHasAReasonOfItsOwnWaitsForNothing() {
        RequirementResult own = row("SUB-020", untested("it has not ended yet", 1));
        assertEquals(List.of(), waiting(row("SUB-007", fails("title", "\"abc\"", "\"ab\"", 1)), own));
        assertEquals(List.of(), waiting(row("SUB-001", fails("", "201", "500", 2)), own));
        assertEquals(List.of(), waiting(row("SUB-001", warns("", "201", "200", 1)), own));
        assertEquals(List.of("SUB-020"), waiting(row("SUB-001", fails("", "201", "500", 1)), own));
    }

    @Test
    void whatWaitsForAWaivedFailureWaitsForNoOther() {
        RunResult run = run(
                List.of(500, 201),
                row("SUB-001", fails("", "201", "500", 1)),
                row("SUB-007", fails("title", "\"abc\"", "\"ab\"", 2)),
                row("SUB-020", untested("the valid version of this request did not work either", 1)));
        List<Cause> causes = Causes.of(Reports.knowing(run, "SUB-001", Optional.empty()), Reports.CONTRACT);
        assertEquals(1, causes.size());
        assertEquals(List.of(), causes.get(0).waiting());
    }

    @Test
    void whatNamesAFailedRequestWaitsForTheCauseThatBrokeOneLikeIt() {
        String submit = Reports.CONTRACT.operation(Effect.CREATE).orElseThrow().path();
        RequirementResult failure = row("SUB-001", fails("", "201", "500", 1));
        assertEquals(
                List.of("SUB-020"),
                ids(Causes.of(
                                run(
                                        submit,
                                        List.of(500, 500),
                                        failure,
                                        row("SUB-020", untested("it failed: POST " + submit + " -> 500", 2)),
                                        row("SUB-022", untested("it has not ended yet", 2))),
                                Reports.CONTRACT)
                        .get(0)
                        .waiting()));
        assertEquals(
                List.of("SUB-020"),
                ids(Causes.of(
                                run(
                                        submit,
                                        List.of(500, 200),
                                        failure,
                                        row("SUB-020", untested("it failed: POST " + submit + "/x -> 200", 2))),
                                Reports.CONTRACT)
                        .get(0)
                        .waiting()));
    }

    @Test
    void theReviewOfAllBodiesFollowsFromWhatIsWrongWithOne() {
        String review = Reports.REGISTER.checked().stream()
                .filter(one -> one.check()
                        .filter(ConductCheck.ConformingSuccess.class::isInstance)
                        .isPresent())
                .findFirst()
                .orElseThrow()
                .id();
        assertEquals(
                1,
                causes(
                                row("SUB-007", fails("header:Content-Type", "application/json", "text/html", 1)),
                                row(review, warns("", "the body that is described", "POST /a -> 201", 1)))
                        .size());
    }

    private static List<String> told(RequirementResult... rows) {
        return causes(rows).stream()
                .map(cause -> cause.result() + " " + cause.sentence() + ": " + String.join(" ", ids(cause.rows())))
                .toList();
    }

    private static List<String> waiting(RequirementResult... rows) {
        return ids(causes(rows).stream().flatMap(one -> one.waiting().stream()).toList());
    }

    private static List<String> ids(List<RequirementResult> rows) {
        return rows.stream().map(one -> one.row().id()).toList();
    }

    private static List<Cause> causes(RequirementResult... rows) {
        return Causes.of(run(List.of(), rows), Reports.CONTRACT);
    }

    private static RunResult run(List<Integer> statuses, RequirementResult... rows) {
        return run("/a", statuses, rows);
    }

    /** A run of requests, of which the second goes below the path where it was a success. */
    private static RunResult run(String path, List<Integer> statuses, RequirementResult... rows) {
        return Reports.of(
                "0123abcd",
                Optional.empty(),
                IntStream.range(0, statuses.size())
                        .mapToObj(at -> new ExchangeRecord(
                                at + 1,
                                new RecordedRequest(
                                        "POST",
                                        at == 1 && statuses.get(at) == 200 ? path + "/x" : path,
                                        List.of(),
                                        Optional.empty()),
                                Optional.of(new RecordedResponse(statuses.get(at), "", List.of(), Optional.empty())),
                                ""))
                        .toList(),
                rows);
    }

    private static CaseResult fails(String subject, String expected, String got, Integer... exchanges) {
        return of(Result.FAIL, new Mismatch(subject, expected, got), exchanges);
    }

    private static CaseResult warns(String subject, String expected, String got, Integer... exchanges) {
        return of(Result.WARN, new Mismatch(subject, expected, got), exchanges);
    }

    private static CaseResult untested(String reason, int exchange) {
        return new CaseResult("a", Result.NOT_TESTABLE, reason, List.of(), List.of(exchange));
    }

    private static CaseResult of(Result result, Mismatch mismatch, Integer... exchanges) {
        return new CaseResult(
                "a",
                result,
                mismatch.sentence(),
                List.of(mismatch),
                Stream.of(exchanges).toList());
    }
}
