package dev.tick.stub.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.spec.check.RequestDefect;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Edition;
import dev.tick.spec.source.Json;
import dev.tick.stub.behaviour.Store;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.fault.Trigger;
import dev.tick.stub.journal.Journal;
import dev.tick.stub.journal.TouchedRequirements;
import dev.tick.stub.mood.MoodGrammar;
import dev.tick.stub.mood.Temper;
import dev.tick.stub.quota.Quotas;
import dev.tick.stub.quota.ThrottleStyle;
import dev.tick.stub.token.Application;
import dev.tick.stub.token.Applications;
import dev.tick.stub.token.TokenAuthority;
import dev.tick.stub.token.TokenVariant;
import dev.tick.stub.token.TokenVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From request to response and journal, a body is parsed exactly once, whatever becomes of it. */
class ParsedOnceTest {
    private static final String SUBMIT = "submitIndicator";

    private final Edition edition = Edition.load("tiindicators");
    private final FaultCatalogue faults = new FaultCatalogue(List.of(edition));
    private final Temper temper = new Temper();
    private final Application application =
            new Application("tick", "secret", edition.contract().tokens().roles());
    private final TokenAuthority authority =
            new TokenAuthority("tenant", Clock.systemUTC(), edition.contract().tokens(), TokenAuthority.USUAL_LIFETIME);
    private final ContractService service = service();
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
        temper.become(new MoodGrammar(faults, List.of(SUBMIT)).read("fault " + bodyFault()));
        submit("{");
        assertEquals(1, parses.get());
    }

    private String bodyFault() {
        return faults.faults().stream()
                .filter(fault -> fault.when() instanceof Trigger.Altered altered
                        && altered.change() == RequestDefect.MALFORMED_BODY)
                .map(dev.tick.stub.fault.Fault::name)
                .findFirst()
                .orElseThrow();
    }

    private int submit(String body) {
        Request request = new Request(
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
        return service.answer(edition.contract().operation(SUBMIT), request)
                .response()
                .status();
    }

    private ContractService service() {
        Clock clock = Clock.systemUTC();
        Conditions conditions = new Conditions(
                Strictness.FACTS, new Quotas(List.of(), Map.of(), clock), ThrottleStyle.DOCUMENTED, 10, 10, temper);
        return new ContractService(
                edition,
                clock,
                new TokenVerifier(clock, authority, new Applications(List.of(application))),
                conditions,
                new Store(clock, 10),
                new Journal(clock),
                new TouchedRequirements(List.of(edition.register())),
                application.id());
    }
}
