package dev.tick.conformance.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.AlteringSender;
import dev.tick.conformance.HandClock;
import dev.tick.conformance.QuickSender;
import dev.tick.conformance.conduct.Conduct;
import dev.tick.conformance.conduct.Rate;
import dev.tick.conformance.conduct.Terms;
import dev.tick.conformance.conduct.Writing;
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
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.access.Application;
import dev.tick.stub.authority.TokenVariant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose tokens are renewed under way knows its callers to the end, and removes what each of them created. */
class RenewedTokenTest {
    private static final Specification SPECIFICATION = ForeignTarget.SPECIFICATION;
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final HandClock clock = new HandClock();

    @Test
    void leavesNothing(@TempDir Path folder) {
        try (StubServer stub = StubServer.start(StubConfig.builder(SPECIFICATION.contract(), SPECIFICATION.register())
                .clock(clock)
                .tokenLifetime(LIFE)
                .build())) {
            RunTokens tokens = tokens(stub);
            List<Request> sent = new ArrayList<>();
            RunResult report = new Runner(
                            SPECIFICATION.contract(),
                            SPECIFICATION.register(),
                            clock,
                            base -> new AlteringSender(base, each -> each, this::arrived))
                    .sending(InFlight.upTo(1))
                    .exploring(ExplorationPlan.none())
                    .under(Terms.of(
                            new Conduct(new Rate(1_000_000, Duration.ofSeconds(1)), 5_000, Writing.ALLOWED), folder))
                    .pausing((length, reason) -> clock.move(length))
                    .within(Duration.ofDays(2))
                    .only(everyThird())
                    .witnessedBy(sent::add)
                    .renewing(tokens)
                    .run(new Remote(
                            stub.baseUrl(),
                            EnumSet.allOf(Effect.class),
                            tokens.first(),
                            tokens.origin(Optional.of(stub.tenantId()))));
            assertTrue(callers(sent) >= 6, callers(sent) + " tokens");
            CleanUpReport cleanUp = report.stamp().cleanUp();
            assertTrue(cleanUp.isComplete(), () -> String.join("\n", cleanUp.sentences()));
            assertTrue(cleanUp.removed() > 10, () -> String.join("\n", cleanUp.sentences()));
            assertEquals("[]", held(stub, stub.application()));
            assertEquals("[]", held(stub, stub.otherApplication()));
            assertEquals(
                    List.of(),
                    report.rows().stream()
                            .filter(row -> row.result().compareTo(Result.WARN) >= 0)
                            .map(row -> row.row().id() + " " + row.detail())
                            .toList());
        }
    }

    /** An answer every four seconds, so that a token lasts for thirty requests at most. */
    private Response arrived(Request message, Response response) {
        clock.move(Duration.ofSeconds(4));
        return response.with("Date", clock.httpDate());
    }

    private RunTokens tokens(StubServer stub) {
        return RunTokens.of(
                Map.of(
                        TokenKind.SOUND, secret(stub.application()),
                        TokenKind.OTHER_APPLICATION, secret(stub.otherApplication())),
                Optional.of(new Authority(
                        stub.baseUrl(),
                        stub.tenantId(),
                        TokenVersion.V2,
                        SPECIFICATION.contract().tokens().audiences().get(0))),
                new TokenClient(Proxies.none(), TrustedAuthorities.ofJvm(), Duration.ofSeconds(20), clock),
                (length, reason) -> clock.move(length));
    }

    private static Credential secret(Application of) {
        return new Credential.ClientSecret(of.id(), of.secret());
    }

    /** Returns how many tokens created something. */
    private static long callers(List<Request> sent) {
        return sent.stream()
                .filter(request -> request.method().equals("POST"))
                .flatMap(request -> request.authorization().stream())
                .distinct()
                .count();
    }

    private static Set<String> everyThird() {
        List<String> ids =
                SPECIFICATION.register().checked().stream().map(Requirement::id).toList();
        return ids.stream().filter(id -> ids.indexOf(id) % 3 == 0).collect(Collectors.toSet());
    }

    private static String held(StubServer stub, Application by) {
        try (QuickSender sender = new QuickSender(stub.baseUrl())) {
            return sender.send(Request.of(
                            "GET",
                            SPECIFICATION
                                    .contract()
                                    .operation(Effect.LIST)
                                    .orElseThrow()
                                    .path(),
                            Map.of("Authorization", "Bearer " + stub.token(by, TokenVariant.SOUND))))
                    .response()
                    .orElseThrow()
                    .json()
                    .path("value")
                    .toString();
        }
    }
}
