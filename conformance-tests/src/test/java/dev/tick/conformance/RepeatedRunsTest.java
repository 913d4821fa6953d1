package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.comparison.Snapshot;
import dev.tick.conformance.evidence.RecordedBody;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** No run is judged by what an earlier one, a probe or somebody else left on the target. */
@Execution(ExecutionMode.CONCURRENT)
class RepeatedRunsTest {
    private static final List<Specification> BOTH = Specification.all();

    /** RFC 5737. */
    private static final List<String> RESERVED = Stream.of("192.0.2.", "198.51.100.", "203.0.113.")
            .flatMap(network -> IntStream.rangeClosed(1, 254).mapToObj(host -> network + host))
            .toList();

    @Test
    void agreeOnOneStubThatServesBothContracts() {
        try (StubServer stub = StubServer.start(StubConfig.builder(BOTH).build())) {
            Map<Specification, Snapshot> first = new HashMap<>();
            for (int round = 0; round < 3; round++) {
                for (Specification specification : BOTH) {
                    RunResult report = runner(specification).run(Verifier.embedded(stub, specification.contract()));
                    assertEquals(List.of(), results(report, Result.WARN, Result.FAIL, Result.ERROR), "round " + round);
                    assertEquals(Verdict.CONFORMANT, report.verdict());
                    Snapshot now = Snapshot.of(report);
                    Snapshot before = first.computeIfAbsent(specification, key -> now);
                    assertEquals(List.of(), RequirementDiff.between(before, now), "round " + round);
                }
            }
        }
    }

    /** What a row sends by name meets nothing that the same run submitted. */
    @Test
    void drawNoAddressThatARowNames() {
        List<String> named = BOTH.stream()
                .flatMap(specification -> specification.register().checked().stream())
                .map(row -> row.check().orElseThrow().toString())
                .filter(check -> RESERVED.stream()
                        .anyMatch(address -> Pattern.compile("(?<![0-9.-])" + Pattern.quote(address) + "(?![0-9./-])")
                                .matcher(check)
                                .find()))
                .toList();
        assertEquals(List.of(), named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void takeNoOffenceAtWhatOthersLeftInAList(String name) {
        Specification specification = Specification.load(name);
        try (StubServer stub = start(specification)) {
            RunResult report = new Runner(
                            specification.contract(),
                            specification.register(),
                            Clock.systemUTC(),
                            base -> new AlteringSender(
                                    base,
                                    message -> message,
                                    (message, answer) -> withAnOddEntry(answer, message, specification.contract())))
                    .run(Verifier.embedded(stub, specification.contract()));
            assertEquals(List.of(), results(report, Result.WARN, Result.FAIL, Result.ERROR, Result.NOT_TESTABLE));
        }
    }

    /** Adds to each whole list an entry of which every property but the identity has a type that the contract does not know. */
    private static Response withAnOddEntry(Response answer, Request message, Contract contract) {
        Operation list = contract.operation(Effect.LIST).orElseThrow();
        if (!message.method().equals("GET") || !message.url().equals(list.path()) || answer.status() != 200) {
            return answer;
        }
        ObjectNode body = (ObjectNode) answer.json().deepCopy();
        ArrayNode entries = (ArrayNode) body.path("value");
        if (!entries.isEmpty()) {
            String identity = contract.resource().orElseThrow().identity();
            ObjectNode odd = (ObjectNode) entries.get(0).deepCopy();
            for (String property : List.copyOf(odd.propertyNames())) {
                odd.putObject(property).put("odd", true);
            }
            entries.add(odd.put(identity, "odd.example"));
            entries.add(odd);
        }
        return new Response(answer.status(), answer.headers(), Body.of(body.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void doNotTestAnAddressWhereNoneIsFree(String name) {
        Specification specification = Specification.load(name);
        try (StubServer stub = start(specification)) {
            Target target = Verifier.embedded(stub, specification.contract());
            submit(target, specification, RESERVED);
            RunResult report = runner(specification).run(target);
            assertEquals(List.of(), results(report, Result.WARN, Result.FAIL, Result.ERROR));
            List<String> untested = cases(report, Result.NOT_TESTABLE);
            assertTrue(
                    untested.stream().allMatch(one -> one.contains("ipv4Address") || one.contains("/probe")),
                    untested.toString());
            assertFalse(untested.isEmpty());
            assertTrue(report.tally().mustsUntested() <= 2, untested.toString());
        }
    }

    /** Nine addresses in ten are there, so that every run meets some of them. */
    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void drawAddressesThatTheTargetDoesNotHold(String name) {
        Specification specification = Specification.load(name);
        try (StubServer stub = start(specification)) {
            Target target = Verifier.embedded(stub, specification.contract());
            List<String> held =
                    RESERVED.stream().filter(address -> !address.endsWith("7")).toList();
            submit(target, specification, held);
            RunResult report = runner(specification).run(target);
            assertEquals(List.of(), results(report, Result.WARN, Result.FAIL, Result.ERROR, Result.NOT_TESTABLE));
            Set<String> drawn = Set.copyOf(report.exchanges().stream()
                    .flatMap(exchange -> exchange.request().body().stream())
                    .map(RecordedBody::text)
                    .flatMap(text -> RESERVED.stream().filter(address -> text.contains("\"" + address + "\"")))
                    .toList());
            assertFalse(drawn.isEmpty());
            assertTrue(drawn.stream().noneMatch(held::contains), drawn.toString());
        }
    }

    @Test
    void accuseNobodyOfAnAddressThatMayHaveBeenThere() {
        Specification specification = Specification.load("tiindicators");
        try (StubServer stub = start(specification)) {
            Target target = Verifier.embedded(stub, specification.contract());
            RunResult report = new Runner(
                            specification.contract(),
                            specification.register(),
                            Clock.systemUTC(),
                            base -> new AlteringSender(base, message -> message, RepeatedRunsTest::asIfThere))
                    .run(target.with(EnumSet.of(Effect.CREATE), target.tokens()));
            assertEquals(List.of(), results(report, Result.WARN, Result.FAIL, Result.ERROR));
            assertEquals(
                    List.of(
                            "SUB-001/ipv4Address",
                            "VRT-001/ipv4Address, an address with an octet of 255",
                            "VRT-002/ipv4Address, an address with an octet of 255",
                            "VRT-003/ipv4Address, an address with an octet of 255",
                            "VRT-004/ipv4Address, an address with an octet of 255"),
                    cases(report, Result.NOT_TESTABLE).stream()
                            .filter(one -> !one.endsWith("/probe"))
                            .toList());
        }
    }

    /** Nothing that was there before a run explains why an address is refused as no address, or that the target fails. */
    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void stillAccuseATargetThatTakesNoAddress(int status) {
        Specification specification = Specification.load("tiindicators");
        try (StubServer stub = start(specification)) {
            Target target = Verifier.embedded(stub, specification.contract());
            RunResult report = new Runner(
                            specification.contract(),
                            specification.register(),
                            Clock.systemUTC(),
                            base -> new AlteringSender(
                                    base,
                                    message -> message,
                                    (message, answer) -> isOfAddress(message) && answer.status() == 201
                                            ? new Response(status, answer.headers(), Body.none())
                                            : answer))
                    .run(target.with(EnumSet.of(Effect.CREATE), target.tokens()));
            assertTrue(
                    cases(report, Result.FAIL).contains("SUB-001/ipv4Address"),
                    cases(report, Result.FAIL).toString());
        }
    }

    /** A target that answers a probe with somebody else's entity has given no leave to remove that one. */
    @Test
    void removeNothingThatAnAnswerNamesInPlaceOfAProbe() {
        Specification specification = Specification.load("indicators");
        try (StubServer stub = start(specification)) {
            RunResult report = new Runner(
                            specification.contract(),
                            specification.register(),
                            Clock.systemUTC(),
                            base -> new AlteringSender(
                                    base,
                                    message -> message,
                                    (message, answer) -> message.body().text().contains("tick-warned.example")
                                                    && answer.status() == 200
                                            ? AlteringSender.rewritten(
                                                    AlteringSender.rewritten(
                                                            answer,
                                                            "[^\"]*tick-warned.example[^\"]*",
                                                            "others.example"),
                                                    "\"id\":\"\\d+\"",
                                                    "\"id\":\"987654\"")
                                            : answer))
                    .run(Verifier.embedded(stub, specification.contract()));
            List<String> requests = report.exchanges().stream()
                    .map(exchange ->
                            exchange.request().body().map(RecordedBody::text).orElse("")
                                    + exchange.request().path())
                    .toList();
            assertTrue(requests.stream().anyMatch(text -> text.contains("tick-warned.example")));
            assertTrue(requests.stream().noneMatch(text -> text.contains("987654")), requests.toString());
        }
    }

    private static boolean isOfAddress(Request message) {
        return message.body().text().matches(".*\"(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+\".*");
    }

    /** Answers a submit of a reserved IPv4 address as later editions answer an update. */
    private static Response asIfThere(Request message, Response answer) {
        return isOfAddress(message) && answer.status() == 201
                ? new Response(200, answer.headers(), answer.body())
                : answer;
    }

    /** They are planned before anything is asked; one in sixteen is left. */
    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void sendNoAddressWithAHighestOctetThatTheTargetHolds(String name) {
        Specification specification = Specification.load(name);
        List<String> held = IntStream.rangeClosed(1, 254)
                .mapToObj(String::valueOf)
                .flatMap(free -> Stream.of("198.18.255." + free, "198.18." + free + ".255", "198.19.255." + free))
                .toList();
        List<String> more = IntStream.rangeClosed(64, 254)
                .mapToObj(free -> "198.19." + free + ".255")
                .toList();
        try (StubServer stub = start(specification)) {
            Target target = Verifier.embedded(stub, specification.contract());
            submit(target, specification, held);
            submit(target, specification, more);
            RunResult report = runner(specification).run(target);
            assertEquals(List.of(), results(report, Result.WARN, Result.FAIL, Result.ERROR, Result.NOT_TESTABLE));
        }
    }

    private static void submit(Target target, Specification specification, List<String> addresses) {
        Operation create = specification.contract().operation(Effect.CREATE).orElseThrow();
        String identity = specification.contract().resource().orElseThrow().identity();
        String authorization = "Bearer " + target.token(TokenKind.SOUND).orElseThrow();
        Request request = Request.of(create.method(), create.path(), Map.of("Authorization", authorization))
                .with("Content-Type", "application/json");
        try (QuickSender sender = new QuickSender(target.baseUrl())) {
            for (String address : addresses) {
                ObjectNode body = (ObjectNode)
                        Objects.requireNonNull(create.requestExamples().get("ipv4Address"))
                                .deepCopy();
                assertTrue(
                        sender.send(request.withBody((JsonNode) body.put(identity, address)))
                                .accepted(),
                        address);
            }
        }
    }

    private static StubServer start(Specification specification) {
        return StubServer.start(StubConfig.builder(List.of(specification)).build());
    }

    private static Runner runner(Specification specification) {
        return new Runner(specification.contract(), specification.register(), Clock.systemUTC(), QuickSender::new);
    }

    private static List<String> results(RunResult report, Result... results) {
        return report.rows().stream()
                .filter(row -> List.of(results).contains(row.result()))
                .map((RequirementResult row) -> row.row().id() + " " + row.result() + " " + row.detail())
                .toList();
    }

    private static List<String> cases(RunResult report, Result result) {
        return report.rows().stream()
                .flatMap(row -> row.cases().stream())
                .filter(one -> one.result() == result)
                .map(CaseResult::id)
                .toList();
    }
}
