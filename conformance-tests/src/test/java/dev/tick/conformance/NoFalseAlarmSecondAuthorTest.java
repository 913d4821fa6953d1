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
import dev.tick.reference.today.IndicatorsServer;
import dev.tick.reference.today.Style;
import dev.tick.reference.today.TodayFault;
import dev.tick.reference.today.TokenType;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Specification;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of today's edition against a server whose author had seen neither the checks nor the contract. */
@Execution(ExecutionMode.CONCURRENT)
class NoFalseAlarmSecondAuthorTest {
    private static final Specification EDITION = Specification.load("indicators");
    static final Runner RUNNER =
            new Runner(EDITION.contract(), EDITION.register(), Clock.systemUTC(), QuickSender::new);

    @Test
    void raisesNoFalseAlarmOnASoundServerBehindAPrefixInSmallPages() {
        RunResult report = run(Style.PLAIN, TodayFault.NONE, "/some/prefix", 20);
        assertEquals(List.of(), accused(report));
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(0, report.tally().mustsUntested());
    }

    /** It has one general code for every 400, and answers a delete as it was recorded, which is a known contradiction. */
    @Test
    void accusesNobodyOfAnotherStyle() {
        RunResult report = run(Style.STYLED, TodayFault.NONE, "", 1000);
        assertEquals(List.of(), accused(report));
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(0, report.tally().mustsUntested());
    }

    /** Where the pages do not say what becomes of the others of a batch, taking them away accuses nobody. */
    @Test
    void accusesNobodyOfWhatIsOpen() {
        assertEquals(List.of(), accused(run(Style.PLAIN, TodayFault.BATCH_WITH_AN_UNKNOWN_DELETES_THE_REST, "", 1000)));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE_OF_UNKNOWN_SUCCEEDS, IDL-004",
        "IMPORT_DROPS_THE_LAST, IIM-004",
        "IMPORT_OF_501_ACCEPTED, IIM-013",
        "FILTER_IGNORED, ILS-010",
        "UPDATE_MAKES_A_SECOND, IAG-010",
        "FOREIGN_INDICATORS_SHOWN, ILS-005"
    })
    void catchesWhatItsAuthorBroke(TodayFault breakage, String row) {
        assertCaught(breakage, row, checksOf(row));
    }

    /** Only a whole run submits so many that a filtered list has a second page with others on it. */
    @Test
    void catchesALinkThatForgetsTheFilter() {
        assertCaught(TodayFault.NEXT_LINK_FORGETS_THE_FILTER, "ILS-012", RUNNER);
    }

    private static void assertCaught(TodayFault breakage, String row, Runner checks) {
        List<String> failed = accused(run(Style.PLAIN, breakage, "", 5, checks)).stream()
                .filter(one -> one.contains(" FAIL "))
                .map(one -> one.substring(0, row.length()))
                .toList();
        assertTrue(failed.contains(row), breakage + ": " + failed);
    }

    /** Returns the checks of one row; {@link NoFalseAlarmSecondAuthorProof} tries them amid all others. */
    Runner checksOf(String row) {
        return RUNNER.only(Set.of(row));
    }

    private static List<String> accused(RunResult report) {
        return report.rows().stream()
                .filter(row -> row.result().compareTo(Result.WARN) >= 0)
                .map((RequirementResult row) -> row.row().id() + " " + row.result() + " " + row.detail())
                .toList();
    }

    private static RunResult run(Style style, TodayFault breakage, String prefix, int pageSize) {
        return run(style, breakage, prefix, pageSize, RUNNER);
    }

    private static RunResult run(Style style, TodayFault breakage, String prefix, int pageSize, Runner runner) {
        try (IndicatorsServer server = IndicatorsServer.start(style, breakage, prefix, pageSize)) {
            Map<TokenKind, String> tokens = new EnumMap<>(Map.of(
                    TokenKind.SOUND, server.token(TokenType.SOUND),
                    TokenKind.EXPIRED, server.token(TokenType.EXPIRED),
                    TokenKind.WITHOUT_ROLE, server.token(TokenType.WITHOUT_ROLE),
                    TokenKind.DELEGATED, server.token(TokenType.DELEGATED),
                    TokenKind.OTHER_APPLICATION, server.token(TokenType.OTHER_APPLICATION),
                    TokenKind.TENANT_WIDE, server.token(TokenType.TENANT_WIDE),
                    TokenKind.OTHER_AUDIENCE, server.token(TokenType.OTHER_AUDIENCE)));
            return runner.run(new Remote(URI.create(server.baseUrl()), EnumSet.allOf(Effect.class), tokens));
        }
    }
}
