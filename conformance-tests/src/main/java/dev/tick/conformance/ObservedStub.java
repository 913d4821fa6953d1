package dev.tick.conformance;

import dev.tick.conformance.client.ClientCall;
import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.client.TrafficJudge;
import dev.tick.conformance.evidence.Secrets;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.run.RunResult;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.journal.TokenCall;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A stub whose traffic is judged while it comes, whoever calls it. What the journal forgets between two looks is counted, and then nothing
 * is green.
 */
final class ObservedStub implements WatchedTraffic {
    private static final String CLIENT = "observed";

    /** The journal's word for a token whose life is over: the end of a life is no fault of the client's, which may ask for another. */
    private static final String EXPIRED = "The token is expired.";

    private final Specification specification;
    private final StubServer stub;
    private final TrafficJudge judge;

    /** The number of the latest call that was looked at, of either kind. */
    private long latest;

    /** A number that was missing at the last look, while later ones were there. */
    private long missed;

    /** How many tokens were given to each client, by its id. */
    private final Map<String, Integer> tokens = new HashMap<>();

    private long forgotten;
    private long others;

    /**
     * Starts a stub.
     *
     * @param port 0 for a free one
     * @throws InvalidSettingException when the port is taken
     */
    ObservedStub(ClientScenarios scenarios, int port, Clock clock) {
        specification = scenarios.specification();
        try {
            stub = StubServer.start(StubConfig.service(List.of(specification))
                    .port(port)
                    .clock(clock)
                    // Nobody is told it: a client that could empty the journal could hide what it did.
                    .adminKey(UUID.randomUUID().toString())
                    .build());
        } catch (IllegalStateException e) {
            throw new InvalidSettingException(String.valueOf(e.getMessage()));
        }
        judge = new TrafficJudge(
                scenarios, Secrets.of(List.of(stub.application().secret())), clock);
    }

    /** Returns the variables that lead a client here, a secret among them. */
    Map<String, String> environment() {
        return Map.of(
                ClientTask.BASE_URL, stub.baseUrl().toString(),
                ClientTask.TOKEN_ENDPOINT, stub.tokenEndpoint().toString(),
                ClientTask.TENANT, stub.tenantId(),
                ClientTask.CLIENT_ID, stub.application().id(),
                ClientTask.CLIENT_SECRET, stub.application().secret(),
                ClientTask.RESOURCE,
                        specification.contract().tokens().audiences().stream()
                                .findFirst()
                                .orElse(""));
    }

    @Override
    public List<String> welcome() {
        Map<String, String> environment = environment();
        return List.of(
                "Base URL:       " + environment.get(ClientTask.BASE_URL),
                "Token endpoint: " + environment.get(ClientTask.TOKEN_ENDPOINT),
                "Client id:      " + environment.get(ClientTask.CLIENT_ID),
                "Client secret:  " + environment.get(ClientTask.CLIENT_SECRET),
                "Resource:       " + environment.get(ClientTask.RESOURCE));
    }

    @Override
    public List<String> news() {
        return look().stream().map(TrafficLine::of).toList();
    }

    /** Looks once more than it needs to: a gap in the journal is only told at the second look. */
    @Override
    public List<String> end() {
        return Stream.concat(news().stream(), news().stream()).toList();
    }

    /** Judges what came since the last look, and returns the rows that were broken for the first time. */
    List<TrafficJudge.Breach> look() {
        TreeMap<Long, Supplier<List<TrafficJudge.Breach>>> arrived = new TreeMap<>();
        for (TokenCall call : stub.tokenCalls()) {
            arrived.put(call.number(), () -> judged(call));
        }
        for (JournalEntry entry : stub.journal()) {
            arrived.put(entry.number(), () -> judged(entry));
        }
        List<TrafficJudge.Breach> breaches = new ArrayList<>();
        for (Map.Entry<Long, Supplier<List<TrafficJudge.Breach>>> one :
                arrived.tailMap(latest, false).entrySet()) {
            long gap = one.getKey() - latest - 1;
            if (gap > 0 && missed != latest + 1) {
                // It may have come between the reading of the one list and of the other: the next look will tell.
                missed = latest + 1;
                return breaches;
            }
            if (gap > 0) {
                forgotten += gap;
                judge.forget();
            }
            latest = one.getKey();
            breaches.addAll(one.getValue().get());
        }
        return breaches;
    }

    private List<TrafficJudge.Breach> judged(TokenCall call) {
        if (call.issued()) {
            call.flow().client().ifPresent(client -> tokens.merge(client, 1, Integer::sum));
        }
        return List.of();
    }

    private List<TrafficJudge.Breach> judged(JournalEntry entry) {
        if (entry.operation().isEmpty()) {
            others++;
            return List.of();
        }
        return judge.accept(call(entry));
    }

    /** Returns what stands for the token of a call: its application, as long as that was given no second one. */
    private Optional<String> credential(JournalEntry entry) {
        return entry.application().filter(application -> tokens.getOrDefault(application, 0) <= 1);
    }

    private ClientCall call(JournalEntry entry) {
        boolean expired = entry.token().filter(EXPIRED::equals).isPresent();
        Set<ClientCall.Unseen> unseen = EnumSet.noneOf(ClientCall.Unseen.class);
        if (expired) {
            unseen.add(ClientCall.Unseen.TOKEN);
        }
        if (entry.body().length() >= JournalEntry.MAX_BODY) {
            unseen.add(ClientCall.Unseen.BODY);
        }
        return new ClientCall(
                entry.number(),
                entry.time(),
                entry.operation(),
                new Exchange(entry.request(), Optional.of(entry.response()), ""),
                entry.violations(),
                entry.token().filter(flaw -> !expired),
                ClientCall.Delivery.WHOLE,
                Optional.empty(),
                new ClientCall.Sight(
                        unseen, Optional.of(entry.time().plus(ClientCall.Sight.ON_ITS_WAY)), credential(entry)));
    }

    /** Returns the results of all that was looked at. */
    @Override
    public RunResult result() {
        List<String> notes = others == 0 ? List.of() : List.of(others + " calls were none of this contract");
        return judge.result(CLIENT, notes, hindrance());
    }

    private Optional<String> hindrance() {
        if (forgotten > 0) {
            return Optional.of(
                    "the journal forgot " + forgotten + " calls before anybody looked at them; send fewer at a time");
        }
        return judge.calls() == 0
                ? Optional.of("no call of the service came; was the client told the base URL " + stub.baseUrl() + "?")
                : Optional.empty();
    }

    @Override
    public void close() {
        stub.close();
    }
}
