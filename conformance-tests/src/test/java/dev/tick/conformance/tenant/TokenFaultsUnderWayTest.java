package dev.tick.conformance.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tick.conformance.AlteringSender;
import dev.tick.conformance.HandClock;
import dev.tick.conformance.QuickSender;
import dev.tick.conformance.Verifier;
import dev.tick.conformance.credential.Authority;
import dev.tick.conformance.credential.Credential;
import dev.tick.conformance.credential.RunTokens;
import dev.tick.conformance.credential.TokenClient;
import dev.tick.conformance.credential.TokenVersion;
import dev.tick.conformance.exchange.InFlight;
import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.authority.TokenVariant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** An authority that gave a token, and gives no other when it is to be renewed; and clocks that differ. */
class TokenFaultsUnderWayTest {
    private static final Specification EDITION = Specification.load("tiindicators");
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final HandClock clock = new HandClock();
    private final CountDownLatch over = new CountDownLatch(1);
    private final StubServer stub = StubServer.start(StubConfig.builder(EDITION.contract(), EDITION.register())
            .clock(clock)
            .tokenLifetime(LIFE)
            .build());
    private final HttpServer authority;
    private final AtomicInteger asked = new AtomicInteger();
    private String fault = "";

    /** Long enough for a busy machine: the first token has to come. */
    private Duration deadline = Duration.ofSeconds(20);

    TokenFaultsUnderWayTest() throws IOException {
        authority = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void named(TestInfo test) {
        fault = ToldFaults.words(test.getTestMethod().orElseThrow().getName());
    }

    @AfterEach
    void close() {
        over.countDown();
        authority.stop(0);
        stub.close();
    }

    /** What an authority does when it is asked again. */
    private interface Manner {
        void meet(HttpExchange exchange) throws IOException;
    }

    @Test
    void tokenEndpointDown() {
        assertStops(HttpExchange::close);
    }

    @Test
    void tokenEndpointSlow() {
        deadline = Duration.ofSeconds(5);
        assertStops(exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void tokenEndpointBusy() {
        assertStops(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "17");
            answer(exchange, 429, "");
        });
    }

    @Test
    void tokenRequestRefused() {
        assertStops(exchange -> answer(
                exchange,
                400,
                "{\"error\":\"invalid_request\",\"error_description\":\"AADSTS90014: a field is missing\"}"));
    }

    @Test
    void credentialExpired() {
        assertStops(exchange -> answer(
                exchange,
                401,
                "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000222: it is expired\"}"));
    }

    /** The target's header Date tells its time, by which the run goes. */
    @Test
    void clockSkew() {
        try (StubServer sound = StubServer.start(
                StubConfig.builder(EDITION.contract(), EDITION.register()).build())) {
            for (Duration skew : List.of(Duration.ofMinutes(-5), Duration.ofMinutes(5))) {
                RunResult report = new Runner(
                                EDITION.contract(),
                                EDITION.register(),
                                Clock.offset(Clock.systemUTC(), skew),
                                QuickSender::new)
                        .exploring(ExplorationPlan.none())
                        .run(Verifier.embedded(sound, EDITION.contract()));
                assertEquals(
                        List.of(),
                        report.rows().stream()
                                .filter(row -> row.result().compareTo(Result.WARN) >= 0)
                                .map(row -> row.row().id() + " " + row.detail())
                                .toList());
                ToldFaults.assertTold(
                        fault, report.verdict().name(), report.stopped().orElse("nothing"));
            }
        }
    }

    private void assertStops(Manner later) {
        authority.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (asked.getAndIncrement() == 0) {
                answer(
                        exchange,
                        200,
                        "{\"access_token\":\"" + stub.token(stub.application(), TokenVariant.SOUND)
                                + "\",\"expires_in\":" + LIFE.toSeconds() + "}");
            } else {
                later.meet(exchange);
            }
        });
        authority.start();
        RunTokens tokens = RunTokens.of(
                Map.of(TokenKind.SOUND, new Credential.ClientSecret("application", "canary")),
                Optional.of(new Authority(
                        URI.create("http://127.0.0.1:" + authority.getAddress().getPort()),
                        "tenant.example",
                        TokenVersion.V2,
                        EDITION.contract().tokens().audiences().get(0))),
                new TokenClient(Proxies.none(), TrustedAuthorities.ofJvm(), deadline, clock),
                (length, reason) -> clock.move(length));
        RunResult report = new Runner(
                        EDITION.contract(),
                        EDITION.register(),
                        clock,
                        base -> new AlteringSender(base, each -> each, this::arrived))
                .sending(InFlight.upTo(1))
                .exploring(ExplorationPlan.none())
                .within(Duration.ofDays(1))
                .renewing(tokens)
                .run(new Remote(
                        stub.baseUrl(), EnumSet.of(Effect.CREATE), tokens.first(), tokens.origin(Optional.empty())));
        assertTrue(asked.get() > 1, "it was asked once more");
        ToldFaults.assertStopped(fault, report);
    }

    private Response arrived(Request message, Response response) {
        clock.move(Duration.ofSeconds(10));
        return response.with("Date", clock.httpDate());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
