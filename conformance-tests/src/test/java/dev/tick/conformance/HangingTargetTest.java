package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.exchange.InFlight;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.report.Reporter;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A target whose exchanges hang: the run ends early, says so, and keeps what it found. */
class HangingTargetTest {
    private static final String HANGS = "no answer within 10 s";

    private int sent;
    private int hung;

    /** Gives no answer in place of some of the target's. */
    private record Hanging(Sender sender, Predicate<Exchange> hangs) implements Sender {
        @Override
        public Exchange send(Request request) {
            Exchange exchange = sender.send(request);
            return hangs.test(exchange) ? new Exchange(request, Optional.empty(), HANGS) : exchange;
        }

        @Override
        public void close() {
            sender.close();
        }
    }

    /** In flight together, the eight that hung first are asked again one by one, until three cases have ended. */
    @ParameterizedTest
    @CsvSource({"tiindicators, 1, 6", "indicators, 1, 6", "tiindicators, 8, 11", "indicators, 8, 11"})
    void oneWhereEveryRefusalHangsEndsTheRun(String contract, int inFlight, int expected) {
        RunResult report = run(contract, inFlight, Exchange::declined);
        String stopped = report.stopped().orElse("");
        assertTrue(
                stopped.matches(
                        "stopped after [0-9]+ requests and [0-9]+ of [0-9]+ cases: 3 cases in a row hung, each of them"
                                + " twice, while sound requests were answered; the last: .* -> " + HANGS),
                stopped);
        assertEquals(expected, hung);
        assertEquals(Verdict.NOT_CONFORMANT, report.verdict());
        assertTrue(
                report.rows().stream()
                        .anyMatch(row ->
                                row.result() == Result.FAIL && row.detail().contains(HANGS + ", twice")),
                stopped);
        assertTrue(report.tally().errors() > report.expected() / 2, report.tally()::toString);
        assertEquals(
                List.of(),
                report.rows().stream()
                        .filter(row -> row.result() == Result.ERROR)
                        .filter(row -> !row.detail().equals(stopped))
                        .toList());
    }

    /** The second line of the summary, after the verdict, says why and after how many requests. */
    @Test
    void theSummarySaysSoFirst(@TempDir Path directory) {
        RunResult report = run("tiindicators", 1, Exchange::declined);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Reporter(
                        Specification.load("tiindicators").contract(),
                        directory,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        ConsoleStyle.PLAIN)
                .write(report, Comparisons.none());
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(lines.get(0).startsWith("Verdict: NOT CONFORMANT"), lines.get(0));
        assertEquals("  " + report.stopped().orElse(""), lines.get(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void oneWhereASingleRequestHangsIsJudged(int inFlight) {
        RunResult report = run(
                "tiindicators",
                inFlight,
                exchange -> exchange.request().method().equals("POST")
                        && exchange.request().headers().fields().stream()
                                .noneMatch(field -> field.name().equals("Authorization")));
        assertEquals(Optional.empty(), report.stopped());
        assertEquals(Verdict.NOT_CONFORMANT, report.verdict());
        assertEquals(0, report.tally().errors());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void oneWhereAllHangFromSomeTimeOnIsGone(int inFlight) {
        RunResult report = run("tiindicators", inFlight, exchange -> sent > 60);
        assertTrue(report.stopped().orElse("").contains("is the target still up?"), report.stopped()::get);
        assertEquals(Verdict.INCONCLUSIVE, report.verdict());
        assertTrue(hung <= 4 + 8, () -> hung + " exchanges hung");
    }

    @Test
    void oneWhereAllHangFromTheBeginningIsNotTested() {
        RunResult report = run("tiindicators", 1, exchange -> true);
        assertEquals(Verdict.INCONCLUSIVE, report.verdict());
        assertEquals(2, hung);
    }

    /** The second attempt is answered, so that nothing is the target's doing; a removal that it finds done already proves nothing. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void oneWhereEveryTenthAnswerHangsIsJudged(int inFlight) {
        RunResult report = run("indicators", inFlight, exchange -> sent % 10 == 0);
        assertEquals(Optional.empty(), report.stopped());
        assertEquals(
                List.of(),
                report.rows().stream()
                        .filter(row -> row.result() == Result.NOT_TESTABLE)
                        .map(RequirementResult::detail)
                        .filter(detail -> !detail.contains(" answers a second attempt, and the first, "))
                        .toList());
        assertTrue(
                Set.of(Verdict.CONFORMANT, Verdict.AS_FAR_AS_TESTED).contains(report.verdict()),
                () -> report.verdict().name());
        assertTrue(hung > 20, () -> hung + " exchanges hung");
    }

    private RunResult run(String contract, int inFlight, Predicate<Exchange> hangs) {
        Specification specification = Specification.load(contract);
        try (StubServer stub = StubServer.start(StubConfig.builder(specification.contract(), specification.register())
                .build())) {
            return new Runner(
                            specification.contract(),
                            specification.register(),
                            Clock.systemUTC(),
                            base -> hanging(base, hangs))
                    .sending(new InFlight(inFlight, Duration.ZERO))
                    .run(Verifier.embedded(stub, specification.contract()));
        }
    }

    private Sender hanging(URI base, Predicate<Exchange> hangs) {
        return new Hanging(new QuickSender(base), exchange -> {
            sent++;
            boolean silent = hangs.test(exchange);
            hung += silent ? 1 : 0;
            return silent;
        });
    }
}
