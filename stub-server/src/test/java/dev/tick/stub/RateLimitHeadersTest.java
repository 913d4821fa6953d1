package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.RateLimitHeaders;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The headers that tell what is left of the quotas. */
class RateLimitHeadersTest {
    /** Its contract is read once. */
    private static final StubConfig BASE = StubConfig.of("indicators");

    private final TestClock clock = new TestClock("2026-11-23T10:00:00Z");
    private final StubConfig.Builder config = BASE.toBuilder()
            .clock(clock)
            .quotas(new Quota(3, Duration.ofMinutes(1)), new Quota(5, Duration.ofHours(1)));
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

    private HttpResponse<String> list() throws IOException, InterruptedException {
        return new Caller(stub()).send("GET", "/api/indicators", "");
    }

    private static String told(HttpResponse<String> answer) {
        Map<String, String> told = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> {
            if (name.toLowerCase(java.util.Locale.ROOT).startsWith("ratelimit")) {
                told.put(name.toLowerCase(java.util.Locale.ROOT), String.join(" / ", values));
            }
        });
        return answer.statusCode() + " " + told;
    }

    @Test
    void areNotSentUnlessAskedFor() throws IOException, InterruptedException {
        assertEquals("200 {}", told(list()));
    }

    @Test
    void tellTheScarcestQuotaAsVersion06Does() throws IOException, InterruptedException {
        config.rateLimitHeaders(RateLimitHeaders.DRAFT_06);
        String policy = "ratelimit-policy=3;w=60, 5;w=3600";
        assertEquals(
                "200 {ratelimit-limit=3, " + policy + ", ratelimit-remaining=2, ratelimit-reset=60}", told(list()));
        clock.move(Duration.ofMillis(17_500));
        assertEquals(
                "200 {ratelimit-limit=3, " + policy + ", ratelimit-remaining=1, ratelimit-reset=43}", told(list()));
        list();
        HttpResponse<String> refused = list();
        assertEquals(
                "429 {ratelimit-limit=3, " + policy + ", ratelimit-remaining=0, ratelimit-reset=43}", told(refused));
        assertEquals("43", refused.headers().firstValue("Retry-After").orElse(""));
        clock.move(Duration.ofSeconds(43));
        assertEquals(
                "200 {ratelimit-limit=5, " + policy + ", ratelimit-remaining=1, ratelimit-reset=3540}", told(list()));
    }

    @Test
    void tellEveryQuotaAsVersion10Does() throws IOException, InterruptedException {
        config.rateLimitHeaders(RateLimitHeaders.DRAFT_10);
        String policy = "ratelimit-policy=\"3-in-60s\";q=3;w=60, \"5-in-3600s\";q=5;w=3600";
        assertEquals("200 {ratelimit=\"3-in-60s\";r=2;t=60, \"5-in-3600s\";r=4;t=3600, " + policy + "}", told(list()));
        clock.move(Duration.ofSeconds(20));
        assertEquals("200 {ratelimit=\"3-in-60s\";r=1;t=40, \"5-in-3600s\";r=3;t=3580, " + policy + "}", told(list()));
    }

    /** A quota of which nothing is taken has nothing to wait for, while another refuses. */
    @Test
    void tellOfAFullQuotaThatNothingIsToCome() throws IOException, InterruptedException {
        config.rateLimitHeaders(RateLimitHeaders.DRAFT_10);
        for (int call = 0; call < 5; call++) {
            if (call == 3) {
                clock.move(Duration.ofMinutes(1));
            }
            assertEquals(200, list().statusCode());
        }
        clock.move(Duration.ofMinutes(1));
        String policy = "ratelimit-policy=\"3-in-60s\";q=3;w=60, \"5-in-3600s\";q=5;w=3600";
        assertEquals("429 {ratelimit=\"3-in-60s\";r=3;t=0, \"5-in-3600s\";r=0;t=3480, " + policy + "}", told(list()));
    }

    @Test
    void nameTheQuotaOfOneOperation() throws IOException, InterruptedException {
        config.quotas(List.of()).quotaScope(StubConfig.QuotaScope.OPERATION);
        config.rateLimitHeaders(RateLimitHeaders.DRAFT_10);
        HttpResponse<String> answer =
                new Caller(stub()).send("POST", "/api/indicators/BatchDelete", "{\"IndicatorIds\":[\"1\"]}");
        assertEquals(
                "404 {ratelimit=\"batchDeleteIndicators-30-in-60s\";r=29;t=60, "
                        + "\"batchDeleteIndicators-1500-in-3600s\";r=1499;t=3600, "
                        + "ratelimit-policy=\"batchDeleteIndicators-30-in-60s\";q=30;w=60, "
                        + "\"batchDeleteIndicators-1500-in-3600s\";q=1500;w=3600}",
                told(answer));
        assertEquals("200 {}", told(list()));
    }

    @Test
    void areNotSentWhereNoQuotaIsAsked() throws IOException, InterruptedException {
        config.rateLimitHeaders(RateLimitHeaders.DRAFT_06);
        Caller caller = new Caller(stub());
        assertEquals("401 {}", told(caller.send(caller.request("GET", "/api/indicators", ""))));
        stub().play("429 x1");
        assertEquals("429 {}", told(list()));
    }

    @Test
    void areExactForCallsAtOnce() {
        config.rateLimitHeaders(RateLimitHeaders.DRAFT_06).quotas(new Quota(64, Duration.ofMinutes(1)));
        Caller caller = new Caller(stub());
        String token = "Bearer " + stub().token(stub().application(), TokenVariant.SOUND);
        assertEquals(
                IntStream.range(0, 64).boxed().toList(),
                IntStream.range(0, 64)
                        .parallel()
                        .mapToObj(i -> {
                            try {
                                return caller.send(caller.request("GET", "/api/indicators", "")
                                        .header("Authorization", token));
                            } catch (IOException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .map(answer -> answer.headers()
                                .firstValue("RateLimit-Remaining")
                                .map(Integer::valueOf)
                                .orElseThrow())
                        .sorted()
                        .collect(Collectors.toList()));
    }
}
