package dev.tick.stub.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.spec.check.RequestDefect;
import dev.tick.spec.document.Json;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Specification;
import dev.tick.stub.access.Application;
import dev.tick.stub.access.TokenVerifier;
import dev.tick.stub.authority.TokenAuthority;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.fault.Fault;
import dev.tick.stub.fault.FaultAction;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.fault.Trigger;
import dev.tick.stub.journal.TouchedRequirements;
import dev.tick.stub.quota.EarlyRetry;
import dev.tick.stub.quota.RateLimitHeaders;
import dev.tick.stub.quota.ThrottleStyle;
import dev.tick.stub.scenario.Scenario;
import dev.tick.stub.scenario.ScenarioReader;
import dev.tick.stub.state.InMemoryState;
import dev.tick.stub.state.StubState;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From request to response and journal, a body is parsed exactly once, whatever becomes of it, and never changed. */
class ParsedOnceTest {
    private static final String SUBMIT = "submitIndicator";

    private final Specification specification = Specification.load("tiindicators");
    private final FaultCatalogue faults = new FaultCatalogue(List.of(specification));
    private final Clock clock = Clock.systemUTC();
    private final StubState state = new InMemoryState(clock, 10, List.of(), Map.of());
    private final Application application =
            new Application("tick", "secret", specification.contract().tokens().roles());
    private final TokenAuthority authority = new TokenAuthority(
            "tenant", clock, specification.contract().tokens(), TokenAuthority.USUAL_LIFETIME, Optional.empty(), state);
    private final RequestPipeline pipeline = new SharedContracts(
                    List.of(specification), clock, ThrottleStyle.DOCUMENTED)
            .tenant(parts())
            .defaultContract()
            .pipeline();
    private final AtomicInteger parses = new AtomicInteger();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    201 | {"indicator": "192.0.2.1", "indicatorType": "IpAddress", "action": "Alert"}
                    400 | {"indicator": "192.0.2.1", "indicatorType": "IpAddress", "action": "Ponder", "title": 1}
                    400 | {"indicator": "192.0.2.1"
                    400 | [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
                    400 | []
                    400 | "a string"
                    400 | ``""")
    void whateverIsSubmitted(int status, String body) {
        assertEquals(status, submit(body));
        assertEquals(1, parses.get());
    }

    @Test
    void whenAFaultAsksForTheShapeOfTheBody() {
        state.scenario().play(new ScenarioReader(faults, List.of(SUBMIT)).read("fault " + bodyFault()));
        submit("{");
        assertEquals(1, parses.get());
    }

    @Test
    void aFaultLeavesTheBodyAsItCame() {
        String first = "{\"indicator\": \"192.0.2.1\", \"indicatorType\": \"IpAddress\", \"action\": \"Alert\"}";
        Request second = request(first.replace("Alert", "AlertAndBlock"));
        submit(first);
        state.scenario().play(Scenario.of(ignoringAction()));
        answer(second);
        assertEquals("AlertAndBlock", second.body().json().path("action").asString());
    }

    private static Fault ignoringAction() {
        return new Fault(
                "ROW-ignored", "ROW", "ignores it", SUBMIT, new Trigger.Resubmit(), new FaultAction.Ignore("action"));
    }

    private String bodyFault() {
        return faults.faults().stream()
                .filter(fault -> fault.trigger() instanceof Trigger.Altered altered
                        && altered.change() == RequestDefect.MALFORMED_BODY)
                .map(Fault::name)
                .findFirst()
                .orElseThrow();
    }

    private int submit(String body) {
        return answer(request(body));
    }

    private int answer(Request request) {
        return pipeline.answer(specification.contract().operation(SUBMIT), request)
                .response()
                .status();
    }

    private Request request(String body) {
        return new Request(
                "http://stub.example",
                "POST",
                "/api/tiindicators",
                Headers.of(Map.of(
                        "Authorization",
                        "Bearer " + authority.issue(application, TokenVariant.SOUND),
                        "Content-Type",
                        "application/json")),
                Body.of(body.getBytes(StandardCharsets.UTF_8), bytes -> {
                    parses.incrementAndGet();
                    return Json.read(bytes);
                }));
    }

    private ServiceParts parts() {
        return new ServiceParts(
                state,
                clock,
                new TokenVerifier(
                        clock,
                        authority.publicKey(),
                        tenant -> Optional.empty(),
                        application.id()::equals,
                        state.tokens()),
                new TouchedRequirements(List.of(specification.register())),
                RefusalPolicy.DOCUMENTED,
                RateLimitHeaders.NONE,
                EarlyRetry.TOLERATED,
                10,
                Set.of(),
                application.id());
    }
}
