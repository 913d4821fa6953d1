package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A target that refuses one sound example is told so by the row on its submits, and stays testable by all the others. */
@Execution(ExecutionMode.CONCURRENT)
class RefusedExamplesTest {
    static Stream<Arguments> examples() {
        return Specification.all().stream()
                .flatMap(specification -> specification.contract().operations().stream()
                        .flatMap(operation -> operation.requestExamples().keySet().stream()
                                .map(example -> Arguments.of(specification.name(), operation.id(), example))));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void costOneCaseAndWhatNeedsJustThem(String name, String id, String example) {
        Specification specification = Specification.load(name);
        Operation operation = specification.contract().operation(id);
        JsonNode shape = Objects.requireNonNull(operation.requestExamples().get(example));
        String identity = specification.contract().resource().orElseThrow().identity();
        RunResult report = run(
                specification,
                request -> request.method().equals(operation.method())
                        && operation.match(request.path()).isPresent()
                        && request.body()
                                .meant()
                                .filter(body -> isLike(shape, body, identity))
                                .isPresent());
        List<String> accused = cases(report, Result.FAIL, Result.WARN, Result.ERROR);
        assertEquals(
                1, accused.stream().filter(one -> isSuccess(specification, one)).count(), "accused: " + accused);
        // A change of one property is also what the row on this property asks for.
        int most = operation.effect().equals(Optional.of(Effect.CHANGE)) ? 2 : 1;
        assertTrue(
                accused.size() <= most && accused.stream().allMatch(one -> one.endsWith("/" + example)),
                "accused: " + accused);
        assertTrue(report.tally().mustsUntested() <= 2, "untested: " + cases(report, Result.NOT_TESTABLE));
    }

    private static boolean isSuccess(Specification specification, String one) {
        return specification.register().checked().stream()
                .filter(row -> one.startsWith(row.id() + "/"))
                .anyMatch(row -> row.check()
                        .filter(SuccessCheck.Succeeds.class::isInstance)
                        .isPresent());
    }

    /** Returns whether a body has the example's properties, and its values where every run sends these; of a list, its length. */
    private static boolean isLike(JsonNode example, JsonNode body, String identity) {
        if (!body.isObject() || !new TreeSet<>(body.propertyNames()).equals(new TreeSet<>(example.propertyNames()))) {
            return false;
        }
        return example.propertyNames().stream()
                .allMatch(property ->
                        property.equals(identity) || alike(example.path(property), body.path(property), identity));
    }

    private static boolean alike(JsonNode expected, JsonNode got, String identity) {
        if (expected.isArray()) {
            return expected.size() == got.size()
                    && (expected.isEmpty()
                            || !expected.get(0).isObject()
                            || isLike(expected.get(0), got.get(0), identity));
        }
        // Texts carry the run's mark and times its date; listed values and booleans are sent as they are.
        boolean marked = expected.isString() && !expected.asString().matches("[A-Z][A-Za-z0-9]+");
        return marked ? got.isString() : expected.equals(got) || isFree(expected, got);
    }

    private static boolean isFree(JsonNode expected, JsonNode got) {
        return expected.isString() && got.asString("").startsWith(expected.asString() + " [tick ");
    }

    /** Each of these has a reason on a page of the vendor, and none of it is asked for by a sound request. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "indicators ; \"action\":\"(Alert|AlertAndBlock)\"",
                "indicators ; \"action\":\"Warn\"",
                "indicators ; \\{(?=[^{}]*\"indicatorType\":\"(IpAddress|DomainName|Url)\")[^{}]*\"action\":\"BlockAndRemediate\"",
                "indicators ; \\{(?=[^{}]*\"indicatorType\":\"CertificateThumbprint\")[^{}]*\"action\":\"(Block|Audit|Warn)\"",
                "indicators ; \"rbacGroupNames\":\\[\"",
                "indicators ; \"educateUrl\":\"(?!https://[^\\s\"]+\")",
                "indicators ; \"[0-9a-f:]*::[0-9a-f:]*\"",
                "tiindicators ; \"[0-9a-f:]*::[0-9a-f:]*\"",
                "indicators ; (#Part|//\\[|x{3000}|long/long/)",
                "tiindicators ; (#Part|//\\[|x{3000}|long/long/)",
                "indicators ; (A long one[.] ){20}",
                "tiindicators ; \"2099-"
            })
    void areNotThoseThatATenantMayRefuse(String name, String pattern) {
        Specification specification = Specification.load(name);
        RunResult report = run(
                specification,
                request -> texts(request)
                        .anyMatch(text -> Pattern.compile(pattern).matcher(text).find()));
        assertEquals(List.of(), cases(report, Result.FAIL, Result.WARN, Result.ERROR));
        assertEquals(Verdict.CONFORMANT, report.verdict());
    }

    /** Returns the body as a text, or each item of a batch: what a tenant may refuse of one says nothing of the others. */
    private static Stream<String> texts(Request request) {
        List<JsonNode> items = request.body().meant().map(Body::items).orElse(List.of());
        return items.stream().anyMatch(JsonNode::isObject)
                ? items.stream().map(JsonNode::toString)
                : Stream.of(request.body().text());
    }

    /** No tenant has a reason to refuse these; the finding names the property and the kind of its value. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tiindicators ; ://[^/]+:8443/ ; VRT-001 ; indicator: expected a URL with a port to be taken",
                "tiindicators ; \"AB[0-9A-F]{30,62}\" ; VRT-001 ; indicator: expected capitals to be taken",
                "tiindicators ; \"2001:DB8: ; VRT-001 ; indicator: expected capitals to be taken",
                "tiindicators ; xn-- ; VRT-001 ; indicator: expected a name in punycode to be taken",
                "tiindicators ; -02-29T ; VRT-002 ; expirationTime: expected 29 February to be taken",
                "tiindicators ; \"description\":\"R&D ; VRT-003 ; description: expected markup, escapes",
                "indicators ; \"indicatorValue\":\"https://[^/]+:8443/ ; IVR-001 ; indicatorValue: expected a URL with a port",
                "indicators ; [+]14:00 ; IVR-002 ; expirationTime: expected a time that is on another day in UTC to be taken",
                "indicators ; l{63}.*Indicators|Indicators.*l{63} ; IVR-008 ; an item like anyText, a label of 63 characters"
            })
    void areNamedByTheRowOnSuchValues(String name, String pattern, String id, String words) {
        RunResult report = run(
                Specification.load(name),
                request ->
                        Pattern.compile(pattern).matcher(request.body().text()).find(),
                runner -> runner.only(Set.of(id)));
        List<CaseResult> accused = report.rows().stream()
                .flatMap(row -> row.cases().stream())
                .filter(one -> List.of(Result.FAIL, Result.WARN).contains(one.result()))
                .filter(one -> one.id().startsWith(id + "/"))
                .toList();
        assertTrue(accused.stream().anyMatch(one -> one.detail().contains(words)), "accused: " + accused);
    }

    private static RunResult run(Specification specification, Predicate<Request> refused) {
        return run(specification, refused, runner -> runner);
    }

    private static RunResult run(
            Specification specification, Predicate<Request> refused, UnaryOperator<Runner> checks) {
        try (StubServer stub =
                StubServer.start(StubConfig.builder(List.of(specification)).build())) {
            Target target = Verifier.embedded(stub, specification.contract());
            return checks.apply(new Runner(
                            specification.contract(),
                            specification.register(),
                            Clock.systemUTC(),
                            base -> new AlteringSender(
                                    base,
                                    request -> refused.test(request) && isSoundlyAuthorized(request, target)
                                            ? request.withBody(Body.of(""))
                                            : request,
                                    (request, answer) -> refused.test(request) && isSoundlyAuthorized(request, target)
                                            ? refusal()
                                            : answer)))
                    .run(target);
        }
    }

    private static boolean isSoundlyAuthorized(Request request, Target target) {
        return request.authorization()
                .filter(value ->
                        value.equals("Bearer " + target.token(TokenKind.SOUND).orElseThrow()))
                .isPresent();
    }

    private static Response refusal() {
        return new Response(
                400,
                new Headers(List.of(new Headers.Field("Content-Type", "application/json"))),
                Body.of(
                        "{\"error\":{\"code\":\"BadRequest\",\"message\":\"This tenant does not want it.\",\"target\":\""
                                + UUID.randomUUID() + "\"}}"));
    }

    private static List<String> cases(RunResult report, Result... results) {
        return report.rows().stream()
                .flatMap(row -> row.cases().stream())
                .filter(one -> List.of(results).contains(one.result()))
                .map((CaseResult one) -> one.id())
                .toList();
    }
}
