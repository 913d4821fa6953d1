package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.access.Application;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.quota.EarlyRetry;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.scenario.StepProgress;
import dev.tick.stub.state.PauseStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A caller that does not wait as long as it was told to. */
class EarlyRetryTest {
    /** Its contract is read once. */
    private static final StubConfig BASE = StubConfig.of("indicators");

    private final TestClock clock = new TestClock("2026-11-23T10:00:00Z");
    private final StubConfig.Builder config = BASE.toBuilder().clock(clock).earlyRetry(EarlyRetry.REFUSED);
    private Optional<StubServer> running = Optional.empty();

    @AfterEach
    void stop() {
        running.ifPresent(StubServer::close);
    }

    private StubServer stub() {
        StubServer stub = running.orElseGet(() -> StubServer.start(config.build()));
        running = Optional.of(stub);
        return stub;
    }

    private String list() throws IOException, InterruptedException {
        return list(stub().application());
    }

    /** The status, and the seconds to wait. */
    private String list(Application application) throws IOException, InterruptedException {
        Caller caller = new Caller(stub());
        return told(caller.send(caller.request("GET", "/api/indicators", "")
                .header("Authorization", "Bearer " + stub().token(application, TokenVariant.SOUND))));
    }

    private static String told(HttpResponse<String> answer) {
        return answer.statusCode()
                + answer.headers()
                        .firstValue("Retry-After")
                        .map(seconds -> " " + seconds)
                        .orElse("");
    }

    private List<String> flags() {
        return stub().journal().stream()
                .map(entry -> entry.violations().stream()
                        .map(one -> one.keyword() + ": " + one.sentence())
                        .findFirst()
                        .orElse("-"))
                .toList();
    }

    @Test
    void isRefusedAndFlaggedAndWaitsAnew() throws IOException, InterruptedException {
        config.quotas(new Quota(1, Duration.ofMinutes(1)));
        assertEquals("200", list());
        clock.move(Duration.ofSeconds(20));
        assertEquals("429 40", list());
        clock.move(Duration.ofSeconds(39));
        assertEquals("429 40", list());
        // The window has begun anew long ago; the caller has not waited.
        clock.move(Duration.ofSeconds(39));
        assertEquals("429 40", list());
        clock.move(Duration.ofSeconds(40));
        assertEquals("200", list());
        String flag = "retry-after: request: expected none for another 1 seconds, as Retry-After said, got one";
        assertEquals(List.of("-", "-", flag, flag, "-"), flags());
        assertTrue(
                stub().journal()
                        .get(2)
                        .response()
                        .body()
                        .text()
                        .contains(
                                "The call came 1 seconds before the time that Retry-After named; wait 40 seconds from now on."),
                () -> stub().journal().get(2).response().body().text());
    }

    @Test
    void isTreatedLikeOthersUnlessAskedOtherwise() throws IOException, InterruptedException {
        config.earlyRetry(EarlyRetry.TOLERATED).quotas(new Quota(1, Duration.ofMinutes(1)));
        list();
        assertEquals("429 60", list());
        clock.move(Duration.ofSeconds(30));
        assertEquals("429 30", list());
        clock.move(Duration.ofSeconds(30));
        assertEquals("200", list());
        assertEquals(List.of("-", "-", "-", "-"), flags());
    }

    @Test
    void concernsEachApplicationForItself() throws IOException, InterruptedException {
        stub().play("429 x1");
        assertEquals("429 1", list());
        assertEquals("200", list(stub().otherApplication()));
        assertEquals("429 1", list());
        clock.move(Duration.ofSeconds(1));
        assertEquals("200", list());
    }

    @Test
    void meetsNoStepOfTheScenarioMeanwhile() throws IOException, InterruptedException {
        stub().play("503 x2, 429 x1");
        assertEquals("503 1", list());
        assertEquals("429 1", list());
        assertEquals("429 1", list());
        assertEquals(
                new StepProgress("503 x2", Optional.of(2), 1),
                stub().scenarioProgress().get(0));
        clock.move(Duration.ofSeconds(1));
        assertEquals("503 1", list());
        clock.move(Duration.ofSeconds(1));
        assertEquals("429 1", list());
        clock.move(Duration.ofSeconds(1));
        assertEquals("200", list());
        assertEquals(6, stub().journal().size());
    }

    @Test
    void isRefusedByAScenarioWithoutTheOption() throws IOException, InterruptedException {
        config.earlyRetry(EarlyRetry.TOLERATED);
        stub().play("retry-after 30s x1");
        assertEquals("429 30", list());
        clock.move(Duration.ofSeconds(29));
        assertEquals("429 30", list());
        clock.move(Duration.ofSeconds(30));
        assertEquals("200", list());
        stub().play("429 x1");
        assertEquals("429 1", list());
        assertEquals("200", list());
    }

    /** The date is in whole seconds, so a pause that begins between two of them ends a little later, never earlier. */
    @Test
    void isToldADate() throws IOException, InterruptedException {
        clock.move(Duration.ofMillis(300));
        stub().play("retry-after-date 30s x1");
        Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(list().replaceFirst("429 ", "")));
        Duration pause = Duration.between(clock.instant(), until);
        assertTrue(pause.toMillis() >= 30_000 && pause.toMillis() < 31_000, pause::toString);
        clock.move(Duration.ofSeconds(29));
        assertEquals("429 30", list());
        clock.move(pause);
        assertEquals("200", list());
    }

    @Test
    void isHeldOffOneOperationWhereThatAloneIsLimited() throws IOException, InterruptedException {
        stub().play("retry-after 5s x1 on batchDeleteIndicators");
        Caller caller = new Caller(stub());
        String body = "{\"IndicatorIds\":[\"1\"]}";
        assertEquals("429 5", told(caller.send("POST", "/api/indicators/BatchDelete", body)));
        assertEquals("200", list());
        assertEquals("429 5", told(caller.send("POST", "/api/indicators/BatchDelete", body)));
        clock.move(Duration.ofSeconds(5));
        assertEquals("404", told(caller.send("POST", "/api/indicators/BatchDelete", body)));
    }

    @Test
    void isHeldOffTheTokenEndpointToo() throws IOException, InterruptedException {
        stub().play("retry-after 5s x1 on token");
        assertEquals("429 5", token("one"));
        assertEquals("400", token("other"));
        assertEquals("200", list());
        assertEquals("429 5", token("one"));
        clock.move(Duration.ofSeconds(5));
        assertEquals("400", token("one"));
        assertTrue(
                stub().tokenCalls().get(2).result().cause().orElse("").startsWith("The call came 5 seconds before"),
                stub().tokenCalls()::toString);
    }

    private String token(String client) throws IOException, InterruptedException {
        Caller caller = new Caller(stub());
        return told(caller.send(
                caller.request("POST", stub().tokenEndpoint().getPath(), "grant_type=password&client_id=" + client)
                        .header("Content-Type", "application/x-www-form-urlencoded")));
    }

    @Test
    void whoeverBringsNoTokenHoldsNobodyOff() throws IOException, InterruptedException {
        stub().play("429 x1");
        Caller caller = new Caller(stub());
        assertEquals("429 1", told(caller.send(caller.request("GET", "/api/indicators", ""))));
        assertEquals("401", told(caller.send(caller.request("GET", "/api/indicators", ""))));
        assertEquals("200", list());
    }

    @Test
    void startsAfreshAfterAReset() throws IOException, InterruptedException {
        stub().play("429 x1");
        list();
        stub().reset();
        assertEquals("200", list());
    }

    @Test
    void tellsHowLongThePauseIs() {
        assertEquals(2, new PauseStore.Broken(Duration.ofMillis(1500), Duration.ofMillis(1)).seconds());
    }
}
