package dev.tick.conformance.cleaning;

import dev.tick.conformance.QuickSender;
import dev.tick.conformance.Verifier;
import dev.tick.conformance.conduct.Conduct;
import dev.tick.conformance.conduct.Rate;
import dev.tick.conformance.conduct.Terms;
import dev.tick.conformance.conduct.Writing;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.ledger.LedgerFolder;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Embedded;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A stub that stands in for somebody else's server: it holds entities of others, and runs on it are to leave these alone. */
final class ForeignTarget implements AutoCloseable {
    static final Specification SPECIFICATION = Specification.load("indicators");

    private static final Conduct QUICK =
            new Conduct(new Rate(1_000_000, Duration.ofSeconds(1)), 5_000, Writing.ALLOWED);
    private static final int OTHERS = 30;

    private final StubServer stub =
            StubServer.start(StubConfig.builder(List.of(SPECIFICATION)).build());
    private final Embedded embedded = Verifier.embedded(stub, SPECIFICATION.contract());
    private final LedgerFolder ledgers;

    ForeignTarget(Path folder) {
        ledgers = new LedgerFolder(folder);
        for (int i = 0; i < OTHERS; i++) {
            submit("others-" + i + ".example");
        }
    }

    /** Submits for the application under test; returns the id. */
    String submit(String domain) {
        Exchange answer = send(request("POST", "/api/indicators", TokenKind.SOUND)
                .with("Content-Type", "application/json")
                .withBody(Body.of("{\"indicatorValue\":\"" + domain
                        + "\",\"indicatorType\":\"DomainName\",\"title\":\"ours\",\"action\":\"Allowed\","
                        + "\"description\":\"of somebody else\"}")));
        if (!answer.accepted()) {
            throw new IllegalStateException("the stub does not take what others hold");
        }
        return answer.response().orElseThrow().json().path("id").asString("");
    }

    /** Returns the target with every capability and token. */
    Remote remote() {
        return new Remote(embedded.baseUrl(), embedded.capabilities(), embedded.tokens());
    }

    LedgerFolder ledgers() {
        return ledgers;
    }

    /** Returns a runner that does not explore and has a ledger. */
    Runner runner(Sender.Factory senders) {
        return runner(senders, QUICK);
    }

    Runner runner(Sender.Factory senders, Conduct conduct) {
        return new Runner(SPECIFICATION.contract(), SPECIFICATION.register(), Clock.systemUTC(), senders)
                .exploring(ExplorationPlan.none())
                .under(Terms.of(conduct, ledgers.path()))
                // The contract's own limits would take minutes.
                .pausing((length, reason) -> {});
    }

    static Conduct readOnly() {
        return new Conduct(QUICK.rate(), QUICK.budget(), Writing.READ_ONLY);
    }

    /** Returns what the target holds, as the application that reaches all sees it. */
    String holdings() {
        Exchange list = send(request(
                "GET",
                SPECIFICATION.contract().operation(Effect.LIST).orElseThrow().path(),
                TokenKind.TENANT_WIDE));
        return Objects.requireNonNull(list.response()
                        .orElseThrow(() -> new IllegalStateException(list.line()))
                        .json()
                        .path("value"))
                .toString();
    }

    private Request request(String method, String path, TokenKind kind) {
        return Request.of(
                method,
                path,
                Map.of("Authorization", "Bearer " + embedded.tokens().get(kind)));
    }

    private Exchange send(Request request) {
        try (QuickSender sender = new QuickSender(embedded.baseUrl())) {
            return sender.send(request);
        }
    }

    @Override
    public void close() {
        stub.close();
    }
}
