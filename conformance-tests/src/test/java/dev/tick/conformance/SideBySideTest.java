package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.comparison.Snapshot;
import dev.tick.conformance.exchange.InFlight;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests in flight together find what one after the other finds, in whatever order they arrive. */
@Execution(ExecutionMode.CONCURRENT)
class SideBySideTest {
    private static final InFlight TOGETHER = new InFlight(8, Duration.ZERO);

    private final List<ScramblingSender> senders = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private int pauses;

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void whateverTheOrderOfArrivalTheResultsAreTheSame(String contract) {
        RunResult single = run(contract, InFlight.upTo(1), base -> new QuickSender(base));
        RunResult first = run(contract, TOGETHER, scrambling(0));
        assertEquals(List.of(), RequirementDiff.between(Snapshot.of(single), Snapshot.of(first)));
        assertEquals(single.stamp().requests(), first.stamp().requests());
        for (int seed = 1; seed < repetitions(); seed++) {
            RunResult again = run(contract, TOGETHER, scrambling(seed));
            assertEquals(Verdict.CONFORMANT, again.verdict());
            assertEquals(List.of(), RequirementDiff.between(Snapshot.of(first), Snapshot.of(again)));
            assertEquals(cases(first), cases(again));
            assertEquals(methods(first), methods(again));
        }
        assertTrue(senders.stream().allMatch(sender -> sender.most() == 8), "in flight together");
    }

    /** Returns how often; {@link SideBySideProof} does it more often. */
    int repetitions() {
        return 3;
    }

    /** On a quick target there is nothing to gain. */
    @Test
    void aQuickTargetGetsOneRequestAfterTheOther() {
        run("tiindicators", new InFlight(8, Duration.ofDays(1)), scrambling(1));
        assertEquals(1, senders.get(0).most());
    }

    /** What others write meanwhile would change a list. */
    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void aListIsReadAlone(String contract) {
        List<String> disturbed = new ArrayList<>();
        List<Request> open = new ArrayList<>();
        run(
                contract,
                TOGETHER,
                base -> new Watching(
                        new QuickSender(base),
                        request -> {
                            open.add(request);
                            if (open.size() > 1 && open.stream().anyMatch(one -> isList(contract, one))) {
                                disturbed.add(open.toString());
                            }
                        },
                        open::remove));
        assertEquals(List.of(), disturbed);
    }

    private static boolean isList(String contract, Request request) {
        return request.method().equals("GET") && request.path().equals("/api/" + contract);
    }

    /** One wait serves all that were in flight; the rest of the run goes one by one. */
    @Test
    void aQuotaThatIsUsedUpIsWaitedForOnce() {
        RunResult report = run("tiindicators", TOGETHER, scrambling((exchange, together) -> {
            int number = requests.incrementAndGet();
            return together > 1 && number < 60
                    ? answered(exchange, new Response(429, Map.of("Retry-After", List.of("20")), new byte[0]))
                    : exchange;
        }));
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(1, pauses);
        assertCrowded(report);
    }

    /** A server that takes one request at a time is sound. */
    @ParameterizedTest
    @ValueSource(ints = {0, 502, 503, 504})
    void aServerThatFailsInCompanyAloneIsAskedOneByOne(int status) {
        RunResult report = run("tiindicators", TOGETHER, scrambling((exchange, together) -> {
            if (together == 1) {
                return exchange;
            }
            return status == 0
                    ? new Exchange(exchange.request(), Optional.empty(), "no answer within 10 s")
                    : answered(exchange, new Response(status, Map.of(), new byte[0]));
        }));
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(0, pauses);
        assertCrowded(report);
    }

    /** Only the first requests that went together were sent again. */
    private void assertCrowded(RunResult report) {
        RunResult single = run("tiindicators", InFlight.upTo(1), base -> new QuickSender(base));
        assertEquals(single.stamp().requests() + 7, report.stamp().requests());
        assertEquals(List.of(), RequirementDiff.between(Snapshot.of(single), Snapshot.of(report)));
    }

    private static Exchange answered(Exchange exchange, Response response) {
        return new Exchange(exchange.request(), Optional.of(response), "");
    }

    private Sender.Factory scrambling(long seed) {
        return base -> kept(new ScramblingSender(base, seed));
    }

    private Sender.Factory scrambling(BiFunction<Exchange, Integer, Exchange> after) {
        return base -> kept(new ScramblingSender(base, 1, after));
    }

    private ScramblingSender kept(ScramblingSender sender) {
        senders.add(sender);
        return sender;
    }

    private RunResult run(String contract, InFlight inFlight, Sender.Factory sender) {
        Specification specification = Specification.load(contract);
        HandClock clock = new HandClock();
        try (StubServer stub = StubServer.start(StubConfig.builder(specification.contract(), specification.register())
                .clock(clock)
                .build())) {
            return new Runner(
                            specification.contract(),
                            specification.register(),
                            clock,
                            base -> new DatedSender(sender.to(base), clock))
                    .pausing((length, reason) -> {
                        // The end of what expires is waited for, too.
                        if (reason.contains("quota")) {
                            pauses++;
                        }
                        clock.move(length);
                    })
                    .sending(inFlight)
                    .run(Verifier.embedded(stub, specification.contract()));
        }
    }

    /** Returns each case with its result and its exchanges, without what the run made up. */
    private static List<String> cases(RunResult report) {
        return report.rows().stream()
                .flatMap(row -> row.cases().stream())
                .map(one -> one.id() + " " + one.result() + " " + one.exchanges())
                .toList();
    }

    private static List<String> methods(RunResult report) {
        return report.exchanges().stream()
                .map(exchange -> exchange.request().method())
                .toList();
    }

    /** Tells when an exchange begins and when it has ended. */
    private record Watching(Sender sender, Consumer<Request> began, Consumer<Request> ended) implements Sender {
        @Override
        public Exchange send(Request request) {
            return start(request).get();
        }

        @Override
        public Supplier<Exchange> start(Request request) {
            began.accept(request);
            return () -> {
                Exchange exchange = sender.send(request);
                ended.accept(request);
                return exchange;
            };
        }

        @Override
        public void close() {
            sender.close();
        }
    }
}
