package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.comparison.Snapshot;
import dev.tick.conformance.exchange.HttpSender;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.reference.first.NullServer;
import dev.tick.reference.first.SubmitFault;
import dev.tick.reference.first.SubmitServer;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Specification;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks against servers that were written from the documentation alone. */
@Execution(ExecutionMode.CONCURRENT)
class IndependentServerTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final Register REGISTER = Register.load("tiindicators", CONTRACT);

    @ParameterizedTest
    @ValueSource(strings = {"", "/some/prefix"})
    void raisesNoFalseAlarmOnASoundServer(String prefix) {
        RunResult report =
                run(SubmitFault.NONE, prefix, new Runner(CONTRACT, REGISTER, Clock.systemUTC(), QuickSender::new));
        assertEquals(List.of(), ids(report, Result.FAIL, Result.WARN, Result.ERROR));
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(0, report.tally().mustsUntested());
        assertTrue(report.stamp().requests() <= 195, report.stamp().requests() + " requests to the submit page");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STATUS_200_INSTEAD_OF_201 | FAIL | A sound submit is answered with 201.",
                "TITLE_NOT_ECHOED | FAIL | The created indicator carries the title that was submitted.",
                "EXPIRATION_SHIFTED | FAIL | The created indicator carries the expiration that was submitted.",
                "ACTION_NOT_REQUIRED | FAIL | A submit without the action is not accepted.",
                "UNKNOWN_TYPE_ACCEPTED | FAIL | A submit whose type is none of the listed ones is not accepted.",
                "UNKNOWN_SEVERITY_ACCEPTED | FAIL | A submit whose severity is none of the listed ones is not accepted.",
                "MALFORMED_EXPIRATION_ACCEPTED | FAIL | A submit whose expiration is no timestamp is not accepted.",
                "SHORT_HASH_ACCEPTED | WARN | A SHA-1 has 40 hexadecimal digits; any other value of the type is not accepted.",
                "TOKEN_IGNORED | FAIL | A submit without a token is not accepted.",
                "ROLE_IGNORED | FAIL | A submit with a token that lacks the role is not accepted.",
                "DELEGATED_TOKEN_ACCEPTED | FAIL | A submit with a token of a signed-in user is not accepted.",
                "ERRORS_WITHOUT_ENVELOPE | WARN | An error is wrapped in an envelope with a code and a message."
            })
    void catchesABrokenServerByTheRequirementThatNamesTheBreakage(
            SubmitFault breakage, Result result, String statement) {
        RunResult report = run(breakage, "", new Runner(CONTRACT, REGISTER, Clock.systemUTC(), QuickSender::new));
        RequirementResult row = report.rows().stream()
                .filter(one -> one.row().statement().equals(statement))
                .findFirst()
                .orElseThrow();
        assertEquals(result, row.result(), row.detail());
        assertEquals(result == Result.FAIL ? Verdict.NOT_CONFORMANT : Verdict.CONFORMANT, report.verdict());
    }

    /** What the server answers is changed on its way to the checks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"title\":null | \"title\":5 | The body of the answer is the created indicator.",
                "\"createdBy\":\"[^\"]*\" | \"createdBy\":null | The created indicator tells who created it.",
                "\"creationTimeDateTimeUtc\":\"[^\"]*\" | \"creationTimeDateTimeUtc\":\"today\" | The time of creation is a timestamp with an offset.",
                "\"severity\":\"High\" | \"severity\":\"high\" | The created indicator carries the severity that was submitted.",
                "^\\{ | {{ | The body of the answer is the created indicator.",
                "application/json | text/html | The answer is declared as JSON."
            })
    void catchesAnUnsoundAnswer(String sound, String unsound, String statement) {
        Sender.Factory rewriting = base -> AlteringSender.rewriting(base, sound, unsound);
        RunResult report = run(SubmitFault.NONE, "", new Runner(CONTRACT, REGISTER, Clock.systemUTC(), rewriting));
        RequirementResult row = report.rows().stream()
                .filter(one -> one.row().statement().equals(statement))
                .findFirst()
                .orElseThrow();
        assertEquals(Result.FAIL, row.result(), row.detail());
    }

    /** A quota's 429 is no refusal of a defect: it must not pass for one, and where it lasts no more requests follow it. */
    @ParameterizedTest
    @CsvSource({
        "0, 42, 1, 'and the kit had waited 42 s, as it was told'",
        "30, 42, 1, 'and the kit had waited 42 s, as it was told'",
        "30, 0, 1, 'and the kit had waited 0 s, as it was told'",
        "30, 121, 0, 'and the kit waits 120 s at most'",
        "30, soon, 1, 'and the kit had waited 60 s, the window of the documented quota'"
    })
    void stopsWhereTheQuotaIsUsedUp(int quota, String retryAfter, int waits, String tried) {
        AtomicInteger sent = new AtomicInteger();
        List<Duration> waited = new ArrayList<>();
        RunResult report = limited(retryAfter, request -> request > quota, sent, waited);
        assertEquals(Verdict.INCONCLUSIVE, report.verdict());
        assertEquals(quota + 1 + waits, sent.get());
        assertEquals(waits, waited.size());
        String expected =
                "after " + sent.get() + " requests the target answered 429 (Retry-After: " + retryAfter + "), " + tried;
        assertTrue(
                report.rows().stream().anyMatch(row -> row.detail().startsWith(expected)),
                report.rows().toString());
    }

    /** A quota that is renewed delays a run, and changes nothing of its results. */
    @Test
    void waitsUntilTheQuotaIsRenewed() {
        AtomicInteger sent = new AtomicInteger();
        List<Duration> waited = new ArrayList<>();
        RunResult whole = limited("", request -> false, sent, waited);
        int requests = sent.getAndSet(0);
        assertEquals(List.of(), waited);
        RunResult report = limited("17", request -> request % 50 == 0, sent, waited);
        assertEquals(Collections.nCopies(waited.size(), Duration.ofSeconds(17)), waited);
        assertEquals(requests + waited.size(), sent.get());
        assertTrue(waited.size() >= 2, waited.toString());
        assertEquals(sent.get(), report.stamp().requests());
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(List.of(), RequirementDiff.between(Snapshot.of(whole), Snapshot.of(report)));
    }

    private static RunResult limited(
            String retryAfter, IntPredicate refused, AtomicInteger sent, List<Duration> waited) {
        Sender.Factory limited = base -> new AlteringSender(
                base,
                message -> message,
                (message, response) -> refused.test(sent.incrementAndGet())
                        ? new Response(429, Map.of("retry-after", List.of(retryAfter)), new byte[0])
                        : response);
        return run(
                SubmitFault.NONE,
                "",
                new Runner(CONTRACT, REGISTER, Clock.systemUTC(), limited)
                        // The end of what expires is waited for, too.
                        .pausing((length, reason) -> {
                            if (reason.contains("quota")) {
                                waited.add(length);
                            }
                        }));
    }

    @Test
    void knowsEveryBreakage() {
        assertEquals(13, SubmitFault.values().length);
    }

    @ParameterizedTest
    @CsvSource({
        "tiindicators, 200, {}, NOT_CONFORMANT",
        "tiindicators, 201, {}, NOT_CONFORMANT",
        "tiindicators, 404, {}, INCONCLUSIVE",
        "tiindicators, 500, {}, NOT_CONFORMANT",
        "indicators, 200, {}, NOT_CONFORMANT",
        "indicators, 200, '{\"value\": []}', NOT_CONFORMANT",
        "indicators, 204, '', NOT_CONFORMANT",
        "indicators, 404, {}, INCONCLUSIVE",
        "indicators, 500, {}, NOT_CONFORMANT"
    })
    void passesNoMustOnAServerThatAnswersEverythingAlike(String name, int status, String body, Verdict verdict) {
        Specification specification = Specification.load(name);
        try (NullServer server = NullServer.answering(status, body)) {
            RunResult report = new Runner(
                            specification.contract(), specification.register(), Clock.systemUTC(), QuickSender::new)
                    .run(new Remote(
                            URI.create(server.baseUrl()),
                            EnumSet.allOf(Effect.class),
                            Map.of(TokenKind.SOUND, "a.b.c")));
            assertEquals(verdict, report.verdict());
            assertEquals(
                    List.of(),
                    ids(report, Result.PASS).stream()
                            .filter(id -> specification.register().requirements().stream()
                                    .anyMatch(row -> row.id().equals(id) && row.level() == Level.MUST))
                            .toList());
        }
    }

    @Test
    void saysThatASilentServerWasNotReached() {
        try (NullServer server = NullServer.silent()) {
            RunResult report = new Runner(
                            CONTRACT, REGISTER, Clock.systemUTC(), base -> new HttpSender(base, Duration.ofMillis(300)))
                    .run(target(server.baseUrl()));
            assertEquals(Verdict.INCONCLUSIVE, report.verdict());
            assertEquals(report.expected(), ids(report, Result.ERROR).size());
            String stopped = report.stopped().orElse("");
            assertTrue(
                    stopped.startsWith("tried POST " + server.baseUrl() + "/api/tiindicators: no answer within"),
                    stopped);
        }
    }

    @Test
    void saysWhichPathItTriedWhereTheContractIsNot() {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "/some/prefix")) {
            String base = server.baseUrl().replace("/some/prefix", "");
            RunResult report = new Runner(CONTRACT, REGISTER, Clock.systemUTC(), QuickSender::new)
                    .run(target(base, server.tokens()));
            assertEquals(
                    "tried POST " + base
                            + "/api/tiindicators: answered 404, so the contract's path is not there; does the"
                            + " base URL need a path prefix?",
                    report.stopped().orElse(""));
            assertEquals(1, report.stamp().requests());
        }
    }

    @Test
    void isConformantAsFarAsTestedWithOneTokenAlone() {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "")) {
            Map<String, String> one = Map.of("TICK_TOKEN", server.tokens().getOrDefault("TICK_TOKEN", ""));
            RunResult report = new Runner(CONTRACT, REGISTER, Clock.systemUTC(), QuickSender::new)
                    .run(target(server.baseUrl(), one));
            assertEquals(Verdict.AS_FAR_AS_TESTED, report.verdict());
            assertEquals(5, report.tally().mustsUntested());
        }
    }

    private static RunResult run(SubmitFault breakage, String prefix, Runner runner) {
        try (SubmitServer server = SubmitServer.start(breakage, prefix)) {
            return runner.run(target(server.baseUrl(), server.tokens()));
        }
    }

    private static Target target(String url) {
        return target(url, Map.of("TICK_TOKEN", "a.b.c"));
    }

    private static Target target(String url, Map<String, String> environment) {
        Map<TokenKind, String> tokens = new EnumMap<>(TokenKind.class);
        Arrays.stream(TokenKind.values())
                .filter(kind -> environment.containsKey(kind.variable()))
                .forEach(kind -> tokens.put(kind, environment.getOrDefault(kind.variable(), "")));
        return new Remote(URI.create(url), Set.of(Effect.CREATE), tokens);
    }

    private static List<String> ids(RunResult report, Result... results) {
        Set<Result> wanted = new TreeSet<>(Arrays.asList(results));
        return report.rows().stream()
                .filter(row -> wanted.contains(row.result()))
                .map(row -> row.row().id())
                .collect(Collectors.toList());
    }
}
