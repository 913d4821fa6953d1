package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.target.Target;
import dev.tick.conformance.target.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Register;
import independent.IndicatorServer;
import independent.LateFault;
import independent.StyledServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checks against servers of all four operations that were written from the documentation alone. */
@Execution(ExecutionMode.CONCURRENT)
class FurtherServersTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final Register REGISTER = Register.load("tiindicators", CONTRACT);
    private static final Runner RUNNER = new Runner(CONTRACT, REGISTER, Clock.systemUTC(), QuickSender::new);

    @Test
    void raisesNoFalseAlarmOnAServerOfAllOperations() {
        try (IndicatorServer server = IndicatorServer.start(LateFault.NONE, "", Duration.ZERO)) {
            assertSound(run(server.baseUrl(), server.tokens()));
        }
    }

    @Test
    void raisesNoFalseAlarmBehindAPrefixWithLatencyAndJitter() {
        try (IndicatorServer server = IndicatorServer.start(LateFault.NONE, "/some/prefix", Duration.ofMillis(10))) {
            assertSound(run(server.baseUrl(), server.tokens()));
        }
    }

    @Test
    void raisesNoFalseAlarmOnAnotherStyle() {
        try (StyledServer server = StyledServer.start()) {
            assertSound(run(server.baseUrl(), server.tokens()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void catchesAFaultThatItsAuthorsDidNotKnowOf(LateFault fault) {
        try (IndicatorServer server = IndicatorServer.start(fault, "", Duration.ZERO)) {
            Report report = run(server.baseUrl(), server.tokens());
            assertEquals(Verdict.NOT_CONFORMANT, report.verdict(), fault + ": " + accused(report));
        }
    }

    private static void assertSound(Report report) {
        assertEquals(List.of(), accused(report));
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(0, report.tally().mustsUntested());
    }

    private static List<String> accused(Report report) {
        return report.rows().stream()
                .filter(row -> row.result().compareTo(Result.NOT_TESTABLE) >= 0)
                .map((RowResult row) -> row.row().id() + " " + row.result() + " " + row.detail())
                .toList();
    }

    private static Report run(String url, Map<String, String> environment) {
        Map<TokenKind, String> tokens = Arrays.stream(TokenKind.values())
                .filter(kind -> environment.containsKey(kind.variable()))
                .collect(Collectors.toMap(kind -> kind, kind -> environment.getOrDefault(kind.variable(), "")));
        return RUNNER.run(new Target(url, URI.create(url), EnumSet.allOf(Effect.class), tokens));
    }
}
