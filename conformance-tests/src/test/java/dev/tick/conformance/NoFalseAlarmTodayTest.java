package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.reference.todaysecond.TodaySecondFault;
import dev.tick.reference.todaysecond.TodayServer;
import dev.tick.reference.todaysecond.TodayStyle;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Specification;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of today's edition against a server of it that was written from the facts alone. */
@Execution(ExecutionMode.CONCURRENT)
class NoFalseAlarmTodayTest {
    private static final Specification EDITION = Specification.load("indicators");
    static final Runner RUNNER =
            new Runner(EDITION.contract(), EDITION.register(), Clock.systemUTC(), QuickSender::new);

    @ParameterizedTest
    @CsvSource({"PLAIN, ''", "PLAIN, /some/prefix"})
    void raisesNoFalseAlarmOnASoundServer(TodayStyle style, String prefix) {
        RunResult report = run(style, TodaySecondFault.NONE, prefix);
        assertEquals(List.of(), accused(report));
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(0, report.tally().mustsUntested());
    }

    /** It was recorded to answer a delete with 200, which the page does not say: a known contradiction. */
    @Test
    void tellsTheRecordedStatusOnAnotherStyle() {
        RunResult report = run(TodayStyle.TERSE, TodaySecondFault.NONE, "");
        assertEquals(List.of(), accused(report));
        assertEquals(1, report.knownContradictions());
        assertEquals(List.of(), untested(report));
        assertEquals(Verdict.CONFORMANT, report.verdict());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE_FORGETS | FAIL | IDL-003 | expected a list without",
                "DELETE_OF_NOTHING_SUCCEEDS | FAIL | IDL-004 | expected 404",
                "IMPORT_LOSES_THE_LAST | FAIL | IIM-004 | in the list, got a list without it",
                "IMPORT_WITHOUT_LIMIT | FAIL | IIM-013 | expected a refusal, got 200",
                "NEXT_LINK_MISSING | FAIL | ILS-004 | expected",
                "UPDATE_DUPLICATES | FAIL | IAG-010 | id: expected",
                "UPDATE_CHANGES_APPLICATION | FAIL | IAG-009 | application: expected",
                "UPDATE_KEEPS_SEVERITY | FAIL | IAG-003 | severity: expected",
                "ACTION_FILTER_IGNORED | FAIL | ILS-012 | which it does not meet",
                "TIME_FILTER_IGNORED | FAIL | ILS-016 | which it does not meet",
                "AUDIT_WITHOUT_ALERT | FAIL | ISU-070 | expected a refusal, got 200",
                "BATCH_DELETES_THE_FIRST | FAIL | IBD-002 | expected a list without",
                "BATCH_IGNORES_UNKNOWN | FAIL | IBD-003 | expected 404",
                "LIST_SHOWS_OTHERS | FAIL | ILS-005 | is listed for another application",
                "DELETE_REACHES_OTHERS | WARN | IDL-006 | expected a refusal",
                "ALL_SEES_OWN | FAIL | ILS-006 | in the list, got",
                "USER_CANNOT_IMPORT | FAIL | IIM-053 | expected the same answer",
                "USER_CAN_DELETE | FAIL | IDL-025 | expected a refusal, got 204",
                "CIDR_ACCEPTED | FAIL | IVL-013 | expected a refusal, got 200",
                "GROUPS_SORTED | WARN | ISU-017 | rbacGroupNames: expected",
                "ALERT_AS_TEXT | FAIL | ISU-015 | generateAlert: expected",
                "IMPORT_NUMBERS_WRONG | FAIL | IIM-004 | /id: expected ",
                "TOP_IGNORED | FAIL | ILS-023 | expected one",
                "SKIP_IGNORED | FAIL | ILS-024 | expected another entity first"
            })
    void catchesAFaultThatTheStubDoesNotKnow(TodaySecondFault fault, Result result, String id, String detail) {
        RunResult report = run(TodayStyle.PLAIN, fault, "", checksOf(id));
        RequirementResult row = report.rows().stream()
                .filter(one -> one.row().id().equals(id))
                .findFirst()
                .orElseThrow();
        assertEquals(result, row.result(), fault + ": " + accused(report));
        assertTrue(row.detail().contains(detail), row.detail());
    }

    /** Returns the checks of one row; {@link NoFalseAlarmTodayProof} tries them amid all others. */
    Runner checksOf(String row) {
        return RUNNER.only(Set.of(row));
    }

    private static List<String> untested(RunResult report) {
        return report.rows().stream()
                .filter(row -> row.result() == Result.NOT_TESTABLE)
                .map((RequirementResult row) -> row.row().id() + " " + row.detail())
                .toList();
    }

    private static List<String> accused(RunResult report) {
        return report.rows().stream()
                .filter(row -> row.result().compareTo(Result.WARN) >= 0)
                .map((RequirementResult row) -> row.row().id() + " " + row.result() + " " + row.detail())
                .toList();
    }

    private static RunResult run(TodayStyle style, TodaySecondFault fault, String prefix) {
        return run(style, fault, prefix, RUNNER);
    }

    private static RunResult run(TodayStyle style, TodaySecondFault fault, String prefix, Runner runner) {
        try (TodayServer server = TodayServer.start(style, fault, prefix)) {
            Map<String, String> environment = server.tokens();
            Map<TokenKind, String> tokens = Arrays.stream(TokenKind.values())
                    .collect(Collectors.toMap(kind -> kind, kind -> environment.getOrDefault(kind.variable(), "")));
            return runner.run(new Remote(URI.create(server.baseUrl()), EnumSet.allOf(Effect.class), tokens));
        }
    }
}
