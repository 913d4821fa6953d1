package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.credential.Authority;
import dev.tick.conformance.credential.Credential;
import dev.tick.conformance.credential.RunTokens;
import dev.tick.conformance.credential.TokenClient;
import dev.tick.conformance.credential.TokenVersion;
import dev.tick.conformance.exchange.InFlight;
import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.access.Application;
import dev.tick.stub.authority.TokenVariant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A run that lasts for many lives of its tokens. */
class RenewedTokensTest {
    private static final Specification EDITION = Specification.load("tiindicators");
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final HandClock clock = new HandClock();

    /** An answer every four seconds: 140 requests take as long as four lives, and less than the hour that some cases look ahead. */
    private Response arrived(Request message, Response response) {
        clock.move(Duration.ofSeconds(4));
        return response.with("Date", clock.httpDate());
    }

    @Test
    void tokensOfCredentialsLastAsLongAsTheRun() {
        try (StubServer stub = started()) {
            Application without = new Application(UUID.randomUUID().toString(), "a-secret", List.of());
            stub.applications().add(without);
            List<String> waits = new ArrayList<>();
            RunTokens tokens = RunTokens.of(
                    Map.of(
                            TokenKind.SOUND, secret(stub.application()),
                            TokenKind.EXPIRED, secret(stub.application()),
                            TokenKind.OTHER_AUDIENCE, secret(stub.application()),
                            TokenKind.WITHOUT_ROLE, secret(without),
                            TokenKind.OTHER_APPLICATION, secret(stub.otherApplication())),
                    Optional.of(new Authority(
                            stub.baseUrl(),
                            stub.tenantId(),
                            TokenVersion.V2,
                            EDITION.contract().tokens().audiences().get(0))),
                    new TokenClient(Proxies.none(), TrustedAuthorities.ofJvm(), Duration.ofSeconds(20), clock),
                    (length, reason) -> {
                        waits.add(reason);
                        clock.move(length);
                    });
            assertEquals(1, waits.size());
            RunResult report = run(stub, tokens, Optional.of(stub.tenantId()));
            assertEquals(List.of(), accused(report));
            assertEquals(List.of(), report.stamp().notes());
            // A user's token is none that an application gets.
            assertEquals(
                    List.of(),
                    report.rows().stream()
                            .filter(row -> row.result() == Result.NOT_TESTABLE
                                    && !row.detail().startsWith("TICK_TOKEN_DELEGATED is not set"))
                            .map(row -> row.row().id() + " " + row.detail())
                            .toList());
            assertEquals(Verdict.AS_FAR_AS_TESTED, report.verdict());
            assertTrue(
                    stub.tokenCalls().size() > 8,
                    () -> stub.tokenCalls().size() + " tokens for "
                            + report.stamp().requests() + " requests");
        }
    }

    @Test
    void aGivenTokenEndsTheRunAndAccusesNobody() {
        try (StubServer stub = started()) {
            RunTokens tokens =
                    RunTokens.given(Map.of(TokenKind.SOUND, stub.token(stub.application(), TokenVariant.SOUND)), clock);
            RunResult report = run(stub, tokens, Optional.empty());
            assertEquals(Verdict.INCONCLUSIVE, report.verdict());
            assertEquals(
                    List.of(),
                    accused(report).stream()
                            .filter(one -> !one.contains("ERROR"))
                            .toList());
            String stopped = report.stopped().orElse("");
            assertTrue(
                    stopped.matches(
                            "stopped after \\d+ requests and \\d+ of \\d+ cases: TICK_TOKEN ends at \\S+Z, before the"
                                    + " run does; give one that lives longer, or a credential that gets new ones"),
                    stopped);
        }
    }

    /** Nothing is written to a tenant that the user did not name. */
    @Test
    void aTokenOfAnotherTenantSendsNothing() {
        try (StubServer stub = started()) {
            RunTokens tokens =
                    RunTokens.given(Map.of(TokenKind.SOUND, stub.token(stub.application(), TokenVariant.SOUND)), clock);
            RunResult report = run(stub, tokens, Optional.of("0f1e2d3c-0000-4000-8000-000000000001"));
            assertEquals(
                    Optional.of("TICK_TOKEN is of the tenant " + stub.tenantId()
                            + ", not of 0f1e2d3c-0000-4000-8000-000000000001; use one of your application"),
                    report.stopped());
            assertEquals(0, report.stamp().requests());
            assertEquals(List.of(), stub.journal());
        }
    }

    private RunResult run(StubServer stub, RunTokens tokens, Optional<String> tenant) {
        return new Runner(
                        EDITION.contract(),
                        EDITION.register(),
                        clock,
                        base -> new AlteringSender(base, each -> each, this::arrived))
                .sending(InFlight.upTo(1))
                .pausing((length, reason) -> clock.move(length))
                .within(Duration.ofDays(2))
                .renewing(tokens)
                .run(new Remote(stub.baseUrl(), EnumSet.allOf(Effect.class), tokens.first(), tokens.origin(tenant)));
    }

    private static Credential secret(Application of) {
        return new Credential.ClientSecret(of.id(), of.secret());
    }

    private static List<String> accused(RunResult report) {
        return report.rows().stream()
                .filter(row -> row.result().compareTo(Result.WARN) >= 0)
                .map(row -> row.row().id() + " " + row.result() + " " + row.detail())
                .toList();
    }

    private StubServer started() {
        return StubServer.start(StubConfig.builder(EDITION.contract(), EDITION.register())
                .clock(clock)
                .tokenLifetime(LIFE)
                .build());
    }
}
