package dev.tick.conformance.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.AlteringSender;
import dev.tick.conformance.QuickSender;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.ledger.TargetLock;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on a server that is not ours leave it as it was. */
class LedgeredRunTest {
    private static final Set<String> FEW = Set.of("ISU-001", "ISU-040");

    @TempDir
    private Path folder;

    @Test
    void leavesTheTargetAsItWas() {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            LeftAsItWas.after(target, target.runner(QuickSender::new).only(everySixth()));
        }
    }

    /** Some of everything; the proof has the whole run. */
    private static Set<String> everySixth() {
        List<String> ids = ForeignTarget.SPECIFICATION.register().checked().stream()
                .map(Requirement::id)
                .toList();
        return IntStream.range(0, ids.size())
                .filter(i -> i % 6 == 0)
                .mapToObj(ids::get)
                .collect(Collectors.toSet());
    }

    /** The answers are lost from this create on, so that the run ends early. */
    @ParameterizedTest
    @ValueSource(ints = {1, 25})
    void findsAgainWhatNoAnswerTold(int from) {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            String before = target.holdings();
            List<Request> created = new ArrayList<>();
            RunResult report =
                    target.runner(base -> new LosingSender(base, created, from)).run(target.remote());
            assertEquals(Verdict.INCONCLUSIVE, report.verdict());
            assertTrue(created.size() >= from, created::toString);
            assertEquals(before, target.holdings());
            assertTrue(
                    report.stamp().cleanUp().removed() > 0,
                    () -> report.stamp().cleanUp().toString());
        }
    }

    @Test
    void tellsWhatTheTargetDoesNotLetItRemove() {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            RunResult report = target.runner(base -> new AlteringSender(
                            base,
                            message -> isRemoval(message) ? message.with("Authorization", "none") : message,
                            (message, answer) ->
                                    isRemoval(message) ? new Response(403, answer.headers(), Body.none()) : answer))
                    .only(FEW)
                    .run(target.remote());
            assertEquals(Verdict.INCONCLUSIVE, report.verdict());
            assertEquals(List.of(), details(report, Result.ERROR, Result.FAIL));
            List<String> told = report.stamp().cleanUp().troubles();
            assertTrue(
                    told.stream()
                            .anyMatch(one -> one.matches("the target keeps '.+' \\([0-9]+\\): DELETE .* -> 403.*")),
                    told::toString);
            assertEquals(1, left(target).size());
        }
    }

    private static boolean isRemoval(Request message) {
        return message.method().equals("DELETE") || message.url().endsWith("BatchDelete");
    }

    @Test
    void writesNothingWhereItMayOnlyRead() {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            List<String> written = new ArrayList<>();
            RunResult report = target.runner(
                            base -> new AlteringSender(
                                    base,
                                    message -> {
                                        if (!message.method().equals("GET")) {
                                            written.add(message.method());
                                        }
                                        return message;
                                    },
                                    (message, answer) -> answer),
                            ForeignTarget.readOnly())
                    .run(target.remote());
            assertEquals(List.of(), written);
            assertEquals(Verdict.INCONCLUSIVE, report.verdict());
            assertEquals(List.of(), details(report, Result.ERROR, Result.FAIL));
            assertTrue(
                    details(report, Result.NOT_TESTABLE).stream().anyMatch(one -> one.contains("read-only")),
                    () -> details(report, Result.NOT_TESTABLE).toString());
        }
    }

    @Test
    void waitsForNoOtherRunAndNamesIt() {
        try (ForeignTarget target = new ForeignTarget(folder);
                TargetLock other = target.ledgers().lock(target.remote().baseUrl(), tenant(target))) {
            assertEquals(Optional.empty(), other.take(Instant.EPOCH));
            RunResult report = target.runner(QuickSender::new).run(target.remote());
            assertEquals(Verdict.INCONCLUSIVE, report.verdict());
            assertEquals(0, report.stamp().requests());
            assertTrue(
                    report.stopped()
                            .orElse("")
                            .contains("process " + ProcessHandle.current().pid()),
                    () -> report.stopped().toString());
        }
    }

    private static String tenant(ForeignTarget target) {
        return target.remote()
                .token(TokenKind.SOUND)
                .flatMap(TokenClaims::read)
                .flatMap(TokenClaims::tenant)
                .orElse("");
    }

    private static List<Path> left(ForeignTarget target) {
        return target.ledgers().left(target.remote().baseUrl(), tenant(target));
    }

    private static List<String> details(RunResult report, Result... results) {
        return report.rows().stream()
                .filter(row -> List.of(results).contains(row.result()))
                .map(row -> row.row().id() + " " + row.detail())
                .toList();
    }

    /** Loses the answers of creates from one of them on. */
    private static final class LosingSender implements Sender {
        private final Sender sender;
        private final List<Request> created;
        private final int from;

        LosingSender(URI base, List<Request> created, int from) {
            sender = new QuickSender(base);
            this.created = created;
            this.from = from;
        }

        @Override
        public Exchange send(Request request) {
            Exchange exchange = sender.send(request);
            if (!request.method().equals("POST") || request.url().endsWith("BatchDelete")) {
                return exchange;
            }
            created.add(request);
            return created.size() < from ? exchange : new Exchange(request, Optional.empty(), "lost");
        }

        @Override
        public void close() {
            sender.close();
        }
    }
}
