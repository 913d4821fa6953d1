package dev.tick.conformance;

import dev.tick.conformance.client.ClientCall;
import dev.tick.conformance.client.ClientStage;
import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.client.ClientTokenCall;
import dev.tick.conformance.client.SceneRecord;
import dev.tick.conformance.exchange.RetryAfter;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Specification;
import dev.tick.stub.Sandbox;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.journal.TokenCall;
import dev.tick.stub.scenario.StepProgress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A stub as the stage of scenarios: each has a sandbox. A call without a token belongs to no sandbox, but to the stub's own tenant;
 * since one scenario is played at a time, it is that one's.
 */
final class StubStage implements ClientStage {
    /** Short, so that a list has a second page. */
    private static final int PAGE = 5;

    /** The steps after which a client does not have the whole answer. */
    private static final Set<String> LOSING =
            Set.of("drop", "reset", "garbage", "half-close", "half-reset", "half-hang", "last-chunk-cut");

    private static final String EXPIRED = "expired-token";

    /** The stub's name in its redirects; the client is told its address. */
    private static final String OTHER_NAME = "//localhost";

    /** In place of a step, where a call met none. */
    private static final String NO_STEP = "fine";

    private final StubServer stub;
    private final String resource;
    private final Clock clock;
    private Sandbox sandbox;
    private String playing = "";
    private int scenes;
    private Instant opened;

    StubStage(Specification specification, Clock clock) {
        stub = StubServer.start(StubConfig.builder(specification.contract(), specification.register())
                .clock(clock)
                .pageSize(PAGE)
                // Nobody is told it: a client that could empty the journal could hide what it did.
                .adminKey(UUID.randomUUID().toString())
                .build());
        sandbox = stub;
        resource = specification.contract().tokens().audiences().stream()
                .findFirst()
                .orElse("");
        this.clock = clock;
        opened = clock.instant();
    }

    @Override
    public Map<String, String> open(String name, String steps) {
        scenes++;
        playing = name + "-" + scenes;
        stub.reset();
        sandbox = stub.tenant(playing);
        sandbox.play(steps);
        opened = clock.instant();
        return Map.of(
                ClientTask.BASE_URL, sandbox.baseUrl().toString(),
                ClientTask.TOKEN_ENDPOINT, sandbox.tokenEndpoint().toString(),
                ClientTask.TENANT, sandbox.tenantId(),
                ClientTask.CLIENT_ID, sandbox.application().id(),
                ClientTask.CLIENT_SECRET, sandbox.application().secret(),
                ClientTask.RESOURCE, resource);
    }

    /** A call of the service, which has an entry, or of the token endpoint. */
    private record Arrival(Instant time, long number, Optional<JournalEntry> entry, Optional<TokenCall> tokenCall) {
        static Arrival of(JournalEntry entry, long number) {
            return new Arrival(entry.time(), number, Optional.of(entry), Optional.empty());
        }

        static Arrival of(TokenCall call) {
            return new Arrival(call.time(), call.number(), Optional.empty(), Optional.of(call));
        }
    }

    @Override
    public SceneRecord end() {
        List<Arrival> arrivals = new ArrayList<>();
        sandbox.journal().forEach(entry -> arrivals.add(Arrival.of(entry, entry.number())));
        sandbox.tokenCalls().forEach(call -> arrivals.add(Arrival.of(call)));
        stub.journal().forEach(entry -> arrivals.add(Arrival.of(entry, 0)));
        arrivals.sort(Comparator.comparing(Arrival::time).thenComparing(Arrival::number));
        List<ClientCall> calls = new ArrayList<>();
        List<ClientCall> elsewhere = new ArrayList<>();
        List<ClientTokenCall> tokenCalls = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            long number = i + 1L;
            arrivals.get(i)
                    .entry()
                    .ifPresent(entry -> (isElsewhere(entry) ? elsewhere : calls).add(call(number, entry)));
            arrivals.get(i).tokenCall().ifPresent(call -> tokenCalls.add(tokenCall(number, call)));
        }
        List<String> unmet = sandbox.scenarioProgress().stream()
                .filter(step -> !step.consumed())
                .map(StepProgress::text)
                .toList();
        long forgotten = latest(arrivals)
                - arrivals.stream().filter(one -> one.number() > 0).count();
        stub.removeTenant(playing);
        return new SceneRecord(opened, calls, elsewhere, tokenCalls, unmet, forgotten);
    }

    /** Returns how many calls the sandbox had: its journal counts them from 1, and forgets the oldest. */
    private static long latest(List<Arrival> arrivals) {
        return arrivals.stream().mapToLong(Arrival::number).max().orElse(0);
    }

    /** Tells a call that named the stub as its redirects do. */
    private static boolean isElsewhere(JournalEntry entry) {
        return entry.request().origin().contains(OTHER_NAME);
    }

    private static ClientCall call(long number, JournalEntry entry) {
        String step = action(entry.step());
        return new ClientCall(
                number,
                entry.time(),
                entry.operation(),
                new Exchange(entry.request(), Optional.of(entry.response()), ""),
                entry.violations(),
                entry.token().filter(flaw -> !step.equals(EXPIRED)),
                LOSING.contains(step) ? ClientCall.Delivery.LOST : ClientCall.Delivery.WHOLE,
                met(entry.step()),
                ClientCall.Sight.WHOLE);
    }

    private static ClientTokenCall tokenCall(long number, TokenCall call) {
        Optional<String> problem = call.result()
                .error()
                .map(error ->
                        error + call.result().cause().map(cause -> ": " + cause).orElse(""));
        return new ClientTokenCall(
                number,
                call.time(),
                call.flow().toString(),
                Optional.of(call.result().status()).filter(status -> !LOSING.contains(action(call.step()))),
                problem,
                call.result().retryAfter().flatMap(header -> RetryAfter.of(header, call.time())),
                met(call.step()));
    }

    private static String action(String step) {
        return step.split(" ", 2)[0].replaceFirst("x\\d+$", "");
    }

    private static Optional<String> met(String step) {
        return Optional.of(step).filter(text -> !text.equals(NO_STEP));
    }

    @Override
    public void close() {
        stub.close();
    }
}
