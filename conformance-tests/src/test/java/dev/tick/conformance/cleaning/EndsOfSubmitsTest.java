package dev.tick.conformance.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.QuickSender;
import dev.tick.conformance.Verifier;
import dev.tick.conformance.conduct.Conduct;
import dev.tick.conformance.conduct.Rate;
import dev.tick.conformance.conduct.Terms;
import dev.tick.conformance.conduct.Writing;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Embedded;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.target.Capabilities;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a run submits to a server that is not ours ends within two days, and so does what it cannot remove. */
class EndsOfSubmitsTest {
    private static final Conduct QUICK =
            new Conduct(new Rate(1_000_000, Duration.ofSeconds(1)), 5_000, Writing.ALLOWED);

    @TempDir
    private Path folder;

    /** One row of each contract asks for a time of its own, which is sent where it can be removed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tiindicators | submit | ''",
                "indicators | submit | ''",
                "indicators | list,delete,import,batch-delete | 2999-01-01T00:00:00"
            })
    void everySubmitEndsWithinTwoDays(String name, String capabilities, String exception) {
        Specification specification = Specification.load(name);
        Contract contract = specification.contract();
        List<Request> sent = new ArrayList<>();
        Instant latest = Instant.now().plus(Duration.ofDays(2));
        RunResult report = run(specification, capabilities, sent);
        Resource resource = contract.resource().orElseThrow();
        String end = resource.expiration().orElseThrow();
        List<JsonNode> submits = sent.stream()
                .filter(request -> List.of("POST", "PATCH").contains(request.method()))
                .flatMap(request -> request.body().meant().stream())
                .flatMap(EndsOfSubmitsTest::objects)
                .filter(item -> item.has(resource.identity()))
                .toList();
        assertTrue(submits.size() > 50, submits.size() + " submits");
        assertEquals(
                exception,
                String.join(
                        " ",
                        submits.stream()
                                .map(item -> item.path(end).asString(""))
                                .filter(text -> isAfter(text, latest))
                                .distinct()
                                .toList()));
        boolean removes = !capabilities.equals("submit");
        assertEquals(
                List.of(),
                submits.stream()
                        .filter(item -> !removes && !item.hasNonNull(end))
                        .toList());
        assertEquals(removes, report.stamp().cleanUp().isComplete());
        assertEquals(List.of(), report.stamp().cleanUp().endless());
        // Nothing that binds is left out for it.
        assertEquals(
                List.of(),
                report.rows().stream()
                        .filter(row -> row.result() == Result.NOT_TESTABLE)
                        .filter(row -> row.detail().contains("nothing here can remove"))
                        .filter(row -> row.row().level() == Level.MUST)
                        .map(row -> row.row().id() + " " + row.detail())
                        .toList());
    }

    private RunResult run(Specification specification, String capabilities, List<Request> sent) {
        try (StubServer stub = StubServer.start(StubConfig.builder(specification.contract(), specification.register())
                .build())) {
            Embedded embedded = Verifier.embedded(stub, specification.contract());
            return new Runner(specification.contract(), specification.register(), Clock.systemUTC(), QuickSender::new)
                    .exploring(ExplorationPlan.none())
                    .under(Terms.of(QUICK, folder))
                    .pausing((length, reason) -> {})
                    .witnessedBy(sent::add)
                    .run(new Remote(embedded.baseUrl(), Capabilities.of(capabilities), embedded.tokens()));
        }
    }

    private static Stream<JsonNode> objects(JsonNode node) {
        return Stream.concat(Stream.of(node), node.valueStream().flatMap(EndsOfSubmitsTest::objects))
                .filter(JsonNode::isObject);
    }

    private static boolean isAfter(String text, Instant latest) {
        return Stream.of(text, text + "Z")
                .flatMap(one -> time(one).stream())
                .anyMatch(time -> time.toInstant().isAfter(latest));
    }

    /** What is no time, such as 30 February, is refused. */
    private static Optional<OffsetDateTime> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
