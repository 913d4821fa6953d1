package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.exchange.HttpSender;
import dev.tick.conformance.exchange.InFlight;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A target that dies, leads elsewhere, takes for ever or floods: the run ends, says why, and accuses nobody. */
class LostTargetTest {
    private static final int SENT = 60;
    private static final String LOGIN = "https://login.example/sign-in";

    private final AtomicInteger requests = new AtomicInteger();

    /** Sends as another sender does, and changes what comes back. */
    private record Changing(Sender sender, Function<Request, Optional<Exchange>> instead, UnaryOperator<Exchange> after)
            implements Sender {
        @Override
        public Exchange send(Request request) {
            return instead.apply(request).orElseGet(() -> after.apply(sender.send(request)));
        }

        @Override
        public void close() {
            sender.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void oneThatDiesEndsTheRun(String contract) {
        RunResult report = run(
                contract,
                Clock.systemUTC(),
                stub -> base -> new Changing(
                        new HttpSender(base, Duration.ofSeconds(5)),
                        request -> {
                            if (requests.incrementAndGet() == SENT) {
                                stub.close();
                            }
                            return Optional.empty();
                        },
                        exchange -> exchange));
        assertStopped(report, "Connection refused");
        assertEquals(SENT + 3, report.stamp().requests());
        assertTrue(report.rows().stream().anyMatch(row -> row.result() == Result.PASS), "what was found stays");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void oneThatLeadsToASignInPageEndsTheRun(String contract) {
        RunResult report = redirected(contract, SENT);
        assertStopped(report, "-> 302, to Location " + LOGIN + "; the kit follows no redirect");
        assertEquals(SENT + 1, report.stamp().requests());
        assertFalse(report.stopped().orElse("").contains("session"), "a session is a secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void oneThatLeadsElsewhereAtOnceIsNotTested(String contract) {
        RunResult report = redirected(contract, 1);
        assertEquals(Verdict.INCONCLUSIVE, report.verdict());
        assertEquals(1, report.stamp().requests());
        assertTrue(report.stopped().orElse("").contains("answered 302 with Location " + LOGIN), report.stopped()::get);
        assertEquals(List.of(), accused(report));
    }

    /** A gateway before a target that is gone speaks for itself. */
    @ParameterizedTest
    @CsvSource({"tiindicators, 502", "tiindicators, 503", "indicators, 504"})
    void oneWhoseGatewayAnswersInItsPlaceEndsTheRun(String contract, int status) {
        RunResult report = answering(contract, SENT, new Response(status, Map.of(), new byte[0]));
        assertStopped(report, "-> " + status + "; is the target still up?");
        assertEquals(SENT + 1, report.stamp().requests());
    }

    private RunResult redirected(String contract, int from) {
        return answering(
                contract, from, new Response(302, Map.of("Location", List.of(LOGIN + "?session=abc")), new byte[0]));
    }

    private RunResult answering(String contract, int from, Response response) {
        return run(
                contract,
                Clock.systemUTC(),
                stub -> base -> new Changing(
                        new QuickSender(base),
                        request -> requests.incrementAndGet() < from
                                ? Optional.empty()
                                : Optional.of(new Exchange(request, Optional.of(response), "")),
                        exchange -> exchange));
    }

    /** A firewall's page is not the API's answer, and says nothing of the token. */
    @Test
    void aPageOfAFirewallIsNamed() {
        RunResult report = run(
                "indicators",
                Clock.systemUTC(),
                stub -> base -> new Changing(
                        new QuickSender(base),
                        request -> Optional.of(new Exchange(
                                request,
                                Optional.of(new Response(
                                        403,
                                        Map.of("Content-Type", List.of("text/html")),
                                        "\n<html><body>Blocked</body></html>".getBytes(StandardCharsets.UTF_8))),
                                "")),
                        exchange -> exchange));
        assertEquals(Verdict.INCONCLUSIVE, report.verdict());
        assertTrue(
                report.stopped()
                        .orElse("")
                        .endsWith(
                                "answered 403 with an HTML page and not with the API's error, so a proxy, a firewall or a"
                                        + " sign-in page stands before the target, it seems; let the kit's requests through there"),
                report.stopped()::get);
    }

    /** A sound request is answered still, so that the dropped one is the target's doing. */
    @Test
    void oneThatDropsASingleRequestIsJudged() {
        RunResult report = run(
                "tiindicators",
                Clock.systemUTC(),
                stub -> base -> new Changing(
                        new QuickSender(base),
                        request -> request.headers().fields().stream()
                                        .noneMatch(field -> field.name().equals("Authorization"))
                                ? Optional.of(new Exchange(request, Optional.empty(), "NoHttpResponseException"))
                                : Optional.empty(),
                        exchange -> exchange));
        assertEquals(Optional.empty(), report.stopped());
        assertEquals(Verdict.NOT_CONFORMANT, report.verdict());
        assertTrue(ids(report, Result.FAIL).contains("TOK-001"));
        assertTrue(
                report.rows().stream()
                        .filter(row -> row.result() == Result.FAIL)
                        .allMatch(row -> row.detail().contains("NoHttpResponseException")),
                report.rows()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void theKitsOwnClockIsNoWitness(String contract) {
        Set<Result> wrong = Set.of(Result.FAIL, Result.WARN, Result.ERROR);
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        RunResult report = run(
                contract,
                Clock.systemUTC(),
                late,
                stub -> base -> new Changing(
                        new QuickSender(base),
                        request -> Optional.empty(),
                        exchange -> changed(exchange, one -> one.without("Date"))));
        assertEquals(
                List.of(),
                report.rows().stream()
                        .filter(row -> wrong.contains(row.result()))
                        .toList());
        assertTrue(
                report.rows().stream()
                        .filter(row -> row.result() == Result.NOT_TESTABLE)
                        .anyMatch(row -> row.detail().contains("the kit's own clock is no witness")),
                "a row of times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void oneThatIsSlowMeetsTheDeadline(String contract) {
        HandClock clock = new HandClock();
        RunResult report = run(
                contract,
                clock,
                stub -> base -> new Changing(new QuickSender(base), request -> Optional.empty(), exchange -> {
                    clock.move(Duration.ofSeconds(9));
                    return changed(exchange, one -> one.with("Date", clock.httpDate()));
                }));
        assertStopped(
                report,
                "the run's deadline of 5 min is over: the target took 306 s to answer so far; raise it by the setting 'deadline'");
        assertEquals(34, report.stamp().requests());
    }

    /** The heap is the kit's. */
    @Test
    void aHeapThatIsTooSmallIsAnError() {
        RunResult report = run(
                "tiindicators",
                Clock.systemUTC(),
                stub -> base -> new Changing(
                        new QuickSender(base),
                        request -> {
                            if (request.method().equals("PUT")) {
                                throw new OutOfMemoryError("Java heap space");
                            }
                            return Optional.empty();
                        },
                        exchange -> exchange));
        assertEquals(Verdict.INCONCLUSIVE, report.verdict());
        assertEquals(List.of(), ids(report, Result.FAIL));
        assertTrue(
                report.rows().stream()
                        .filter(row -> row.result() == Result.ERROR)
                        .allMatch(row -> row.detail().contains("the kit's heap does not hold")),
                report.rows()::toString);
    }

    private static Exchange changed(Exchange exchange, UnaryOperator<Response> change) {
        return new Exchange(exchange.request(), exchange.response().map(change), exchange.failure());
    }

    private RunResult run(String contract, Clock clock, Function<StubServer, Sender.Factory> senders) {
        return run(contract, clock, clock, senders);
    }

    private RunResult run(String contract, Clock clock, Clock ofStub, Function<StubServer, Sender.Factory> senders) {
        Specification specification = Specification.load(contract);
        try (StubServer stub = StubServer.start(StubConfig.builder(specification.contract(), specification.register())
                .clock(ofStub)
                .build())) {
            return new Runner(specification.contract(), specification.register(), clock, senders.apply(stub))
                    .sending(InFlight.upTo(1))
                    .within(Duration.ofMinutes(5))
                    .run(Verifier.embedded(stub, specification.contract()));
        }
    }

    private static void assertStopped(RunResult report, String why) {
        String stopped = report.stopped().orElse("");
        assertTrue(stopped.matches("stopped after [0-9]+ requests and [0-9]+ of [0-9]+ cases: .*"), stopped);
        assertTrue(stopped.contains(why), stopped);
        assertEquals(Verdict.INCONCLUSIVE, report.verdict());
        assertEquals(List.of(), accused(report));
        assertEquals(
                List.of(),
                report.rows().stream()
                        .filter(row ->
                                row.result() == Result.ERROR && !row.detail().equals(stopped))
                        .toList());
        assertEquals(report.expected(), report.rows().size());
    }

    private static List<String> accused(RunResult report) {
        return ids(report, Result.FAIL, Result.WARN);
    }

    private static List<String> ids(RunResult report, Result... results) {
        return report.rows().stream()
                .filter(row -> List.of(results).contains(row.result()))
                .map(row -> row.row().id())
                .toList();
    }
}
