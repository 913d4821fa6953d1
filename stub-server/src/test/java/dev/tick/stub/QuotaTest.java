package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.ThrottleStyle;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private final TestClock clock = new TestClock("2026-11-23T10:00:00Z");
    private final StubConfig options = StubConfig.builder("tiindicators")
            .clock(clock)
            .quotas(new Quota(2, Duration.ofMinutes(1)))
            .build();

    private static HttpResponse<String> third(StubServer stub) throws IOException, InterruptedException {
        Caller caller = new Caller(stub);
        caller.submit(Caller.SUBMISSION);
        caller.submit("{}");
        return caller.submit(Caller.SUBMISSION);
    }

    @Test
    void tellsTheFamilysWay() throws IOException, InterruptedException {
        try (StubServer stub = StubServer.start(options)) {
            HttpResponse<String> third = third(stub);
            assertEquals("429 TooManyRequests", Caller.code(third));
            assertEquals(Optional.of("60"), third.headers().firstValue("Retry-After"));
            clock.move(Duration.ofSeconds(60));
            assertEquals(201, new Caller(stub).submit(Caller.SUBMISSION).statusCode());
        }
    }

    @Test
    void tellsTheRecordedWay() throws IOException, InterruptedException {
        try (StubServer stub = StubServer.start(
                options.toBuilder().throttle(ThrottleStyle.RECORDED).build())) {
            HttpResponse<String> third = third(stub);
            assertEquals("429 429", Caller.code(third));
            assertEquals(Optional.empty(), third.headers().firstValue("Retry-After"));
            assertEquals(
                    "The quota of 2 calls in 60 seconds is used up; try again in 60 seconds.",
                    Caller.json(third).at("/error/message").asString());
        }
    }

    @Test
    void isOffUnlessAsked() throws IOException, InterruptedException {
        try (StubServer stub = StubServer.start()) {
            Caller caller = new Caller(stub);
            for (int i = 0; i < 150; i++) {
                assertEquals(201, caller.submit(Caller.SUBMISSION).statusCode());
            }
        }
    }
}
