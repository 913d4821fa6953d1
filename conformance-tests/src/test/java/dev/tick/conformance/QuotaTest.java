package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.comparison.Snapshot;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Register;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.ThrottleStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A target that counts calls: its quota is waited out, by a clock that moves when the kit waits. */
class QuotaTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final Register REGISTER = Register.load("tiindicators", CONTRACT);

    private final HandClock clock = new HandClock();
    private final StubConfig options = StubConfig.builder(CONTRACT, REGISTER)
            .clock(clock)
            .tokenLifetime(Duration.ofHours(12))
            .build();
    private final List<Duration> waited = new ArrayList<>();
    private final Set<String> reasons = new HashSet<>();

    /** Many windows, each so short that what is to end within seconds can be moved before. */
    @Test
    void changesNoResultWhereItIsRenewed() {
        Duration window = Duration.ofSeconds(1);
        RunResult whole = run(options);
        assertEquals(List.of(), waited);
        RunResult report = run(options.toBuilder().quotas(new Quota(2, window)).build());
        assertEquals(List.of(), accused(report));
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(List.of(), RequirementDiff.between(Snapshot.of(whole), Snapshot.of(report)));
        assertWaitsOf(window);
        assertTrue(waited.size() > 100, () -> waited.size() + " waits");
        assertEquals(whole.stamp().requests() + waited.size(), report.stamp().requests());
    }

    /** What is to end in an hour ends before it is judged, so that it can no longer be. */
    @Test
    void accusesNobodyWhereItMakesARunLastHours() {
        RunResult report = run(
                options.toBuilder().quotas(new Quota(2, Duration.ofMinutes(2))).build());
        assertWaitsOf(Duration.ofMinutes(2));
        assertTrue(waited.size() > 100, () -> waited.size() + " waits");
        assertEquals(List.of(), accused(report));
        assertEquals(Verdict.AS_FAR_AS_TESTED, report.verdict());
    }

    /** The service answered so in 2022: code 429, the wait in its message, no Retry-After. */
    @Test
    void waitsOutTheDocumentedWindowWhereTheAnswerDoesNotSay() {
        RunResult report = run(options.toBuilder()
                .quotas(new Quota(100, Duration.ofMinutes(1)))
                .throttle(ThrottleStyle.RECORDED)
                .build());
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(Collections.nCopies(waited.size(), Duration.ofMinutes(1)), waited);
        assertTrue(waited.size() >= 2, () -> waited.size() + " waits");
        assertEquals(
                Set.of("the target's quota is used up (429 without Retry-After; the documented window is waited out)"),
                reasons);
    }

    @Test
    void stopsTheRunWhereTheDocumentedWindowDoesNotRenewIt() {
        RunResult report = run(options.toBuilder()
                .quotas(new Quota(20, Duration.ofHours(1)))
                .throttle(ThrottleStyle.RECORDED)
                .build());
        assertEquals(Verdict.INCONCLUSIVE, report.verdict());
        assertEquals(List.of(Duration.ofMinutes(1)), waited);
        String expected =
                "after " + report.stamp().requests() + " requests the target answered 429 (Retry-After: absent),"
                        + " and the kit had waited 60 s, the window of the documented quota; wait until its quota is renewed, or raise it";
        assertTrue(report.rows().stream().anyMatch(row -> row.detail().equals(expected)), expected);
    }

    @Test
    void doesNotWaitForAnHour() {
        RunResult report = run(
                options.toBuilder().quotas(new Quota(20, Duration.ofHours(1))).build());
        assertEquals(Verdict.INCONCLUSIVE, report.verdict());
        assertEquals(List.of(), waited);
        assertTrue(
                report.rows().stream().anyMatch(row -> row.detail().contains("and the kit waits 120 s at most")),
                "why");
    }

    /** Most waits are as long as the window; one after a wait for something else is shorter. */
    private void assertWaitsOf(Duration window) {
        assertTrue(waited.stream().allMatch(wait -> wait.compareTo(window) <= 0), waited::toString);
        long whole = waited.stream().filter(window::equals).count();
        assertTrue(whole > waited.size() / 2, waited::toString);
    }

    private static List<String> accused(RunResult report) {
        return report.rows().stream()
                .filter(row -> row.result() == Result.FAIL || row.result() == Result.WARN)
                .map(row -> row.row().id() + " " + row.detail())
                .toList();
    }

    private RunResult run(StubConfig of) {
        try (StubServer stub = StubServer.start(of)) {
            return new Runner(CONTRACT, REGISTER, clock, base -> new AlteringSender(base, each -> each, this::arrived))
                    .pausing((length, reason) -> {
                        // The end of what expires is waited for, too.
                        if (reason.contains("quota")) {
                            waited.add(length);
                            reasons.add(reason);
                        }
                        clock.move(length);
                    })
                    .run(Verifier.embedded(stub, CONTRACT));
        }
    }

    /** An answer takes a moment. The web server's own date is of another clock. */
    private Response arrived(Request message, Response response) {
        clock.move(Duration.ofMillis(1));
        return response.with("Date", clock.httpDate());
    }
}
