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
import dev.tick.reference.first.IndicatorFault;
import dev.tick.reference.first.IndicatorServer;
import dev.tick.reference.first.StyledServer;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Register;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
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

/** The checks against servers of all four operations that were written from the documentation alone. */
@Execution(ExecutionMode.CONCURRENT)
class NoFalseAlarmFirstEditionTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final Register REGISTER = Register.load("tiindicators", CONTRACT);
    static final Runner RUNNER = new Runner(CONTRACT, REGISTER, Clock.systemUTC(), QuickSender::new);

    @Test
    void raisesNoFalseAlarmOnAServerOfAllOperations() {
        try (IndicatorServer server = IndicatorServer.start(IndicatorFault.NONE, "", Duration.ZERO)) {
            assertSound(run(server.baseUrl(), server.tokens()));
        }
    }

    @Test
    void raisesNoFalseAlarmBehindAPrefixWithLatencyAndJitter() {
        try (IndicatorServer server =
                IndicatorServer.start(IndicatorFault.NONE, "/some/prefix", Duration.ofMillis(10))) {
            assertSound(run(server.baseUrl(), server.tokens()));
        }
    }

    /** No page of its edition has a delete; that it has none is told, and held against it by no row. */
    @Test
    void doesNotHoldTheMissingDeleteAgainstAServer() {
        try (IndicatorServer server = IndicatorServer.start(IndicatorFault.NONE, "", Duration.ZERO)) {
            RunResult report = run(server.baseUrl(), server.tokens());
            assertEquals(
                    Map.of(Result.NOTE, List.of("answered 405")),
                    report.rows().stream()
                            .filter(row -> row.row().id().startsWith("DEL-"))
                            .filter(row -> row.result() != Result.NOT_APPLICABLE)
                            .collect(Collectors.groupingBy(
                                    RequirementResult::result,
                                    Collectors.mapping(RequirementResult::detail, Collectors.toList()))));
            assertEquals(
                    1,
                    report.exchanges().stream()
                            .filter(one -> one.request().method().equals("DELETE"))
                            .count());
        }
    }

    /** Its tokens are opaque, so nothing shows that one is expired, say; all else is tested. */
    @Test
    void raisesNoFalseAlarmOnAnotherStyle() {
        try (StyledServer server = StyledServer.start()) {
            RunResult report = run(server.baseUrl(), server.tokens());
            assertEquals(List.of(), accused(report));
            assertEquals(Verdict.AS_FAR_AS_TESTED, report.verdict());
            assertEquals(
                    List.of(),
                    report.rows().stream()
                            .filter(row -> row.result() == Result.NOT_TESTABLE)
                            .map(RequirementResult::detail)
                            .filter(detail -> !detail.matches(
                                    "TICK_TOKEN_\\w+ cannot be read as a JWT, so nothing shows that it is what its name"
                                            + " says|TICK_TOKEN cannot be read as a JWT, so that no claim of it can be changed"
                                            + "|the token at hand cannot be read as a JWT with an appid"))
                            .toList());
        }
    }

    /** A NOTE accuses nobody: what only a later edition says is told by what the note says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ASTRAL_CHARACTERS_LOST | FAIL | SUB-012 | recommendedActions: expected",
                "TITLE_COMPOSED | FAIL | SUB-007 | title: expected",
                "DESCRIPTION_TRIMMED | FAIL | SUB-011 | description: expected",
                "LONG_ACTIONS_CUT | FAIL | SUB-077 | recommendedActions: expected",
                "IPV6_REWRITTEN | FAIL | SUB-005 | indicator: expected",
                "OFFSET_DROPPED | FAIL | SUB-074 | expirationTime: expected",
                "CREATION_TIME_LOCAL | FAIL | SUB-016 | creationTimeDateTimeUtc: expected about",
                "EXPIRED_TOKEN_LISTS | FAIL | LST-022 | expected a refusal, got 200",
                "SCHEME_CASE_SENSITIVE | WARN | TOK-026 | expected the same answer",
                "SEVERITY_BY_NUMBER | FAIL | SUB-044 | expected a refusal, got 201",
                "CONFLICT_OVERWRITES | NOTE | AGN-002 | then read with action \"Allowed\"",
                "UPDATE_ANSWER_CANNED | NOTE | AGN-001 | then answered 200, /title: \"test [tick",
                "UPDATE_ANSWER_CANNED | FAIL | AGN-014 | title: expected \"test [tick",
                "UPDATE_ANSWER_CANNED | FAIL | AGN-015 | title: expected \"test [tick",
                "CONFLICT_OVERWRITES | FAIL | AGN-014 | action: expected \"AlertAndBlock\"",
                "CONFLICT_OVERWRITES | NOTE | AGN-009 | title, action taken",
                "ALLOW_NAMES_EVERYTHING | WARN | SUB-058 | with Allow: [",
                "LATIN_ERRORS | WARN | SUB-041 | bytes that are not UTF-8",
                "PATCH_REASON_MISSING | WARN | CHG-013 | /error/message",
                "LIST_QUERY_CROSSES_APPLICATIONS | FAIL | LST-033 | is listed for another application",
                "LIST_STALE_AFTER_PATCH | FAIL | CHG-056 | in the list, got",
                "PLUS_READ_AS_SPACE | NOTE | GET-037 | expected the same entity as under %2B",
                "PATCH_CLEARS_EXPIRATION | FAIL | CHG-008 | expirationTime"
            })
    void catchesAFaultOfAServerThatItsAuthorsDidNotKnow(IndicatorFault fault, Result result, String id, String detail) {
        assertCaught(fault, result, id, detail, checksOf(id));
    }

    /** Only a whole run submits as many as such a server holds. */
    @Test
    void catchesAServerThatForgetsTheOldest() {
        assertCaught(IndicatorFault.OLDEST_FORGOTTEN, Result.FAIL, "LST-004", "expected", RUNNER);
    }

    private static void assertCaught(IndicatorFault fault, Result result, String id, String detail, Runner checks) {
        try (IndicatorServer server = IndicatorServer.start(fault, "", Duration.ZERO)) {
            RunResult report = run(server.baseUrl(), server.tokens(), checks);
            RequirementResult row = report.rows().stream()
                    .filter(one -> one.row().id().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertEquals(result, row.result(), fault + ": " + accused(report));
            assertTrue(row.detail().contains(detail), row.detail());
        }
    }

    /** Returns the checks of one row; {@link NoFalseAlarmFirstEditionProof} tries them amid all others. */
    Runner checksOf(String row) {
        return RUNNER.only(Set.of(row));
    }

    private static void assertSound(RunResult report) {
        assertEquals(List.of(), accused(report));
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(0, report.tally().mustsUntested());
    }

    private static List<String> accused(RunResult report) {
        return report.rows().stream()
                .filter(row -> row.result().compareTo(Result.WARN) >= 0)
                .map((RequirementResult row) -> row.row().id() + " " + row.result() + " " + row.detail())
                .toList();
    }

    private static RunResult run(String url, Map<String, String> environment) {
        return run(url, environment, RUNNER);
    }

    private static RunResult run(String url, Map<String, String> environment, Runner runner) {
        Map<TokenKind, String> tokens = Arrays.stream(TokenKind.values())
                .filter(kind -> environment.containsKey(kind.variable()))
                .collect(Collectors.toMap(kind -> kind, kind -> environment.getOrDefault(kind.variable(), "")));
        return runner.run(new Remote(URI.create(url), EnumSet.allOf(Effect.class), tokens));
    }
}
