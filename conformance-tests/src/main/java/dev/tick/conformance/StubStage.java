package dev.tick.conformance;

import dev.tick.conformance.client.ClientCall;
import dev.tick.conformance.client.ClientStage;
import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.client.SceneRecord;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Specification;
import dev.tick.stub.Sandbox;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.journal.JournalEntry;
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

    private final StubServer stub;
    private final String resource;
    private Sandbox sandbox;
    private String playing = "";
    private int scenes;

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
    }

    @Override
    public Map<String, String> open(String name, String steps) {
        scenes++;
        playing = name + "-" + scenes;
        stub.reset();
        sandbox = stub.tenant(playing);
        sandbox.play(steps);
        return Map.of(
                ClientTask.BASE_URL, sandbox.baseUrl().toString(),
                ClientTask.TOKEN_ENDPOINT, sandbox.tokenEndpoint().toString(),
                ClientTask.TENANT, sandbox.tenantId(),
                ClientTask.CLIENT_ID, sandbox.application().id(),
                ClientTask.CLIENT_SECRET, sandbox.application().secret(),
                ClientTask.RESOURCE, resource);
    }

    /** A call of the service or, where it has no entry, of the token endpoint. */
    private record Arrival(Instant time, long number, Optional<JournalEntry> entry) {}

    @Override
    public SceneRecord end() {
        List<Arrival> arrivals = new ArrayList<>();
        sandbox.journal().forEach(entry -> arrivals.add(new Arrival(entry.time(), entry.number(), Optional.of(entry))));
        sandbox.tokenCalls().forEach(call -> arrivals.add(new Arrival(call.time(), call.number(), Optional.empty())));
        stub.journal().forEach(entry -> arrivals.add(new Arrival(entry.time(), 0, Optional.of(entry))));
        arrivals.sort(Comparator.comparing(Arrival::time).thenComparing(Arrival::number));
        List<ClientCall> calls = new ArrayList<>();
        List<ClientCall> elsewhere = new ArrayList<>();
        List<Long> tokenCalls = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            long number = i + 1L;
            arrivals.get(i)
                    .entry()
                    .ifPresentOrElse(
                            entry -> (isElsewhere(entry) ? elsewhere : calls).add(call(number, entry)),
                            () -> tokenCalls.add(number));
        }
        List<String> unmet = sandbox.scenarioProgress().stream()
                .filter(step -> !step.consumed())
                .map(StepProgress::text)
                .toList();
        long forgotten = latest(arrivals)
                - arrivals.stream().filter(one -> one.number() > 0).count();
        stub.removeTenant(playing);
        return new SceneRecord(calls, elsewhere, tokenCalls, unmet, forgotten);
    }

    /** Returns how many calls the sandbox had: its journal counts them from 1, and forgets the oldest. */
    private static long latest(List<Arrival> arrivals) {
        return arrivals.stream().mapToLong(Arrival::number).max().orElse(0);
    }

    /** Tells a call that named the stub otherwise than the client was told, which a redirect alone does. */
    private boolean isElsewhere(JournalEntry entry) {
        return !sandbox.baseUrl().toString().startsWith(entry.request().origin());
    }

    private static ClientCall call(long number, JournalEntry entry) {
        String step = entry.step().split(" ", 2)[0].replaceFirst("x\\d+$", "");
        return new ClientCall(
                number,
                entry.time(),
                entry.operation(),
                new Exchange(entry.request(), Optional.of(entry.response()), ""),
                entry.violations(),
                entry.token().filter(flaw -> !step.equals(EXPIRED)),
                LOSING.contains(step) ? ClientCall.Delivery.LOST : ClientCall.Delivery.WHOLE);
    }

    @Override
    public void close() {
        stub.close();
    }
}
