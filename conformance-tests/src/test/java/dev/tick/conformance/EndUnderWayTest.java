package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.comparison.Snapshot;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are under way for so long that the end in them has passed when they arrive. */
class EndUnderWayTest {
    private final HandClock clock = new HandClock();
    private final Set<String> delayed = new HashSet<>();

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void isSentOnceMoreWithMoreTime(String contract) {
        Specification specification = Specification.load(contract);
        RunResult quick = run(specification, Duration.ZERO);
        RunResult slow = run(specification, Duration.ofSeconds(6));
        assertTrue(delayed.size() > 2, delayed::toString);
        assertEquals(List.of(), RequirementDiff.between(Snapshot.of(quick), Snapshot.of(slow)));
    }

    private RunResult run(Specification specification, Duration delay) {
        StubConfig config = StubConfig.builder(specification.contract(), specification.register())
                .clock(clock)
                .tokenLifetime(Duration.ofHours(12))
                .build();
        try (StubServer stub = StubServer.start(config)) {
            return new Runner(
                            specification.contract(),
                            specification.register(),
                            clock,
                            base -> new AlteringSender(base, request -> delayed(request, delay), this::arrived))
                    .pausing((length, reason) -> clock.move(length))
                    .run(Verifier.embedded(stub, specification.contract()));
        }
    }

    private Request delayed(Request request, Duration delay) {
        boolean endsWithin = List.of(2, 3, 4).stream()
                .map(seconds -> clock.instant().plusSeconds(seconds))
                .map(end -> end.toString().substring(0, "2030-05-06T07:08:09".length()) + "Z")
                .anyMatch(end -> request.body().text().contains(end));
        if (endsWithin && !delay.isZero()) {
            clock.move(delay);
            delayed.add(request.body().text());
        }
        return request;
    }

    private Response arrived(Request message, Response response) {
        clock.move(Duration.ofMillis(1));
        return response.with("Date", clock.httpDate());
    }
}
