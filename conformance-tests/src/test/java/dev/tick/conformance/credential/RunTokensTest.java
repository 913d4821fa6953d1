package dev.tick.conformance.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.HandClock;
import dev.tick.conformance.exchange.Pause;
import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.conformance.subject.TokenFitness;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.authority.TokenVariant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens are had before a run and renewed during it; a run that has none any more ends, and accuses nobody. */
class RunTokensTest {
    private static final Specification EDITION = Specification.load("tiindicators");
    private static final Duration LIFE = Duration.ofMinutes(60);
    private static final Pause NO_PAUSE = (length, reason) -> {
        throw new AssertionError("nothing is to be waited for: " + reason);
    };

    private final HandClock clock = new HandClock();
    private StubServer stub = living(LIFE);
    private final List<String> left = new ArrayList<>();

    @AfterEach
    void close() {
        stub.close();
    }

    /** Five minutes before the end, for all that follow; the exchange keeps the first. */
    @Test
    void requestsLeaveWithATokenThatIsRenewedOnce() {
        RunTokens tokens = fetched(Map.of(TokenKind.SOUND, secret()), NO_PAUSE);
        String first = first(tokens, TokenKind.SOUND);
        clock.move(Duration.ofMinutes(54));
        assertEquals(
                "Bearer " + first, sent(tokens, first).request().authorization().orElseThrow());
        assertEquals(List.of("Bearer " + first), left);
        clock.move(Duration.ofMinutes(1));
        left.clear();
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    "Bearer " + first,
                    sent(tokens, first).request().authorization().orElseThrow());
        }
        assertEquals(2, stub.tokenCalls().size());
        assertEquals(1, left.stream().distinct().count());
        assertNotEquals("Bearer " + first, left.get(0));
        clock.move(LIFE);
        sent(tokens, first);
        assertEquals(3, stub.tokenCalls().size());
    }

    /** A token of minutes would be renewed at once if the five minutes were fixed. */
    @Test
    void aShortLivedTokenIsRenewedInItsLastFifth() {
        restart(Duration.ofMinutes(5));
        RunTokens tokens = fetched(Map.of(TokenKind.SOUND, secret()), NO_PAUSE);
        clock.move(Duration.ofSeconds(239));
        sent(tokens, first(tokens, TokenKind.SOUND));
        assertEquals(1, stub.tokenCalls().size());
        clock.move(Duration.ofSeconds(1));
        sent(tokens, first(tokens, TokenKind.SOUND));
        assertEquals(2, stub.tokenCalls().size());
    }

    @Test
    void whatIsNoTokenOfTheRunLeavesAsItIs() {
        RunTokens tokens = fetched(Map.of(TokenKind.SOUND, secret()), NO_PAUSE);
        clock.move(LIFE.multipliedBy(2));
        sent(tokens, "another");
        Request bare = Request.of("GET", "/", Map.of());
        assertEquals(bare, tokens.on(recording()).send(bare).request());
        assertEquals(List.of("Bearer another", ""), left);
    }

    @Test
    void anAuthorityThatIsDownIsAskedAgainUntilTheTokenEnds() {
        RunTokens tokens = fetched(Map.of(TokenKind.SOUND, secret()), NO_PAUSE);
        String first = first(tokens, TokenKind.SOUND);
        stub.close();
        clock.move(Duration.ofMinutes(56));
        sent(tokens, first);
        assertEquals(List.of("Bearer " + first), left);
        clock.move(Duration.ofMinutes(4));
        StoppedException stop = assertThrows(StoppedException.class, () -> sent(tokens, first));
        assertTrue(
                String.valueOf(stop.getMessage())
                        .matches(
                                "TICK_TOKEN ended at \\S+Z, and no other could be had: http\\S+/token gave no answer: .*"
                                        + "; is it up, and its URL right[?]"),
                stop.getMessage());
    }

    @Test
    void aRunEndsWithTheTokenThatNobodyCanRenew() {
        String token = stub.token(stub.application(), TokenVariant.SOUND);
        RunTokens tokens = RunTokens.given(Map.of(TokenKind.SOUND, token), clock);
        clock.move(LIFE.minusSeconds(61));
        sent(tokens, token);
        clock.move(Duration.ofSeconds(1));
        StoppedException stop = assertThrows(StoppedException.class, () -> sent(tokens, token));
        assertTrue(
                String.valueOf(stop.getMessage())
                        .endsWith(
                                ", before the run does; give one that lives longer, or a credential that gets new ones"),
                stop.getMessage());
        // The run cleans up with it.
        assertEquals("", sent(tokens, token).failure());
        clock.move(Duration.ofSeconds(60));
        assertThrows(StoppedException.class, () -> sent(tokens, token));
        // The target alone decides on one that had ended before.
        RunTokens ended = RunTokens.given(Map.of(TokenKind.SOUND, token), clock);
        assertEquals("", sent(ended, token).failure());
    }

    @Test
    void aTokenIsWaitedForToExpire() {
        restart(Duration.ofMinutes(10));
        List<String> reasons = new ArrayList<>();
        RunTokens tokens = fetched(Map.of(TokenKind.EXPIRED, secret(), TokenKind.SOUND, secret()), (length, reason) -> {
            reasons.add(length + " " + reason);
            clock.move(length);
        });
        assertEquals(1, reasons.size());
        assertTrue(
                reasons.get(0).matches("PT15M[\\d.]+S the token for TICK_TOKEN_EXPIRED is to expire"),
                reasons::toString);
        Remote target = new Remote(
                URI.create("http://a.example"), Set.of(Effect.CREATE), tokens.first(), tokens.origin(Optional.empty()));
        TokenFitness fitness = new TokenFitness(target, EDITION.contract().tokens(), clock.instant());
        assertEquals(Optional.empty(), fitness.flaw(TokenKind.EXPIRED));
        assertEquals(Set.of(TokenKind.SOUND), tokens.origin(Optional.empty()).renewed());
    }

    @Test
    void aTokenThatLivesForAnHourIsNotWaitedFor() {
        RunTokens tokens = fetched(Map.of(TokenKind.EXPIRED, secret()), NO_PAUSE);
        assertEquals(Map.of(), tokens.first());
        String reason =
                String.valueOf(tokens.missing(TokenKind.EXPIRED).orElseThrow().getMessage());
        assertTrue(
                reason.matches(
                        "it lives until \\S+Z, and the kit waits 20 min at most; give one of yesterday, or let the"
                                + " authority issue short-lived ones"),
                reason);
    }

    @Test
    void theTokenForAnotherApiIsOneForTheApplicationItself() {
        RunTokens tokens = fetched(Map.of(TokenKind.OTHER_AUDIENCE, secret()), NO_PAUSE);
        TokenClaims claims =
                TokenClaims.read(first(tokens, TokenKind.OTHER_AUDIENCE)).orElseThrow();
        assertEquals(List.of(stub.application().id()), claims.audiences());
    }

    /** Cases that need a token go by the claims of the first one, which ends before the run does. */
    @Test
    void aKindThatIsRenewedNeverCountsAsExpired() {
        RunTokens tokens = fetched(
                Map.of(
                        TokenKind.SOUND,
                        secret(),
                        TokenKind.OTHER_APPLICATION,
                        new Credential.ClientSecret(
                                stub.otherApplication().id(),
                                stub.otherApplication().secret())),
                NO_PAUSE);
        clock.move(LIFE.multipliedBy(2));
        Remote renewed = new Remote(
                URI.create("http://a.example"), Set.of(Effect.CREATE), tokens.first(), tokens.origin(Optional.empty()));
        Remote given = new Remote(URI.create("http://a.example"), Set.of(Effect.CREATE), tokens.first());
        assertEquals(Optional.empty(), fitness(renewed).flaw(TokenKind.OTHER_APPLICATION));
        assertTrue(fitness(given).flaw(TokenKind.OTHER_APPLICATION).orElse("").startsWith("is expired since"));
    }

    @Test
    void whatCannotBeHadIsMissingAndTheOthersAreThere() {
        RunTokens tokens = fetched(
                Map.of(
                        TokenKind.SOUND,
                        secret(),
                        TokenKind.WITHOUT_ROLE,
                        new Credential.ClientSecret("0f1e2d3c-0000-4000-8000-000000000001", "canary")),
                NO_PAUSE);
        assertEquals(Set.of(TokenKind.SOUND), tokens.first().keySet());
        Remote target = new Remote(
                URI.create("http://a.example"), Set.of(Effect.CREATE), tokens.first(), tokens.origin(Optional.empty()));
        String absence = target.absence(TokenKind.WITHOUT_ROLE);
        assertTrue(
                absence.startsWith("TICK_TOKEN_WITHOUT_ROLE could not be had: " + stub.tokenEndpoint()
                        + " answered 400 unauthorized_client (AADSTS700016: "),
                absence);
        assertEquals("TICK_TOKEN_EXPIRED is not set", target.absence(TokenKind.EXPIRED));
    }

    /** A target may repeat a token that took the place of the first; one that is no JWT is told by nothing else. */
    @Test
    void noTokenOfTheRunIsShown() {
        RunTokens tokens = fetched(Map.of(TokenKind.SOUND, secret()), NO_PAUSE);
        String first = first(tokens, TokenKind.SOUND);
        UnaryOperator<String> hiding =
                tokens.hiding(new Remote(URI.create("http://a.example"), Set.of(Effect.CREATE), tokens.first()));
        clock.move(Duration.ofMinutes(55));
        sent(tokens, first);
        String later = left.get(0).substring("Bearer ".length());
        assertEquals(
                "[TICK_TOKEN] [TICK_TOKEN] [part of TICK_TOKEN]",
                hiding.apply(first + " " + later + " " + later.substring(later.length() - 40)));
    }

    private static String first(RunTokens tokens, TokenKind kind) {
        return Objects.requireNonNull(tokens.first().get(kind));
    }

    private TokenFitness fitness(Remote target) {
        return new TokenFitness(target, EDITION.contract().tokens(), clock.instant());
    }

    private RunTokens fetched(Map<TokenKind, Credential> credentials, Pause pause) {
        Authority authority = new Authority(
                stub.baseUrl(),
                stub.tenantId(),
                TokenVersion.V1,
                EDITION.contract().tokens().audiences().get(0));
        return RunTokens.of(
                new EnumMap<>(credentials),
                Optional.of(authority),
                new TokenClient(Proxies.none(), TrustedAuthorities.ofJvm(), Duration.ofSeconds(20), clock),
                pause);
    }

    private Credential secret() {
        return new Credential.ClientSecret(
                stub.application().id(), stub.application().secret());
    }

    private Exchange sent(RunTokens tokens, String token) {
        return tokens.on(recording()).send(Request.of("GET", "/", Map.of("Authorization", "Bearer " + token)));
    }

    private Sender recording() {
        return new Sender() {
            @Override
            public Exchange send(Request request) {
                left.add(request.authorization().orElse(""));
                return new Exchange(
                        request, Optional.of(new Response(200, Map.of(), "".getBytes(StandardCharsets.UTF_8))), "");
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    private void restart(Duration life) {
        stub.close();
        stub = living(life);
    }

    private StubServer living(Duration life) {
        return StubServer.start(StubConfig.builder(EDITION.contract(), EDITION.register())
                .clock(clock)
                .tokenLifetime(life)
                .build());
    }
}
