package dev.tick.stub.state;

import com.nimbusds.jose.jwk.RSAKey;
import dev.tick.stub.access.Application;
import dev.tick.stub.access.ProvenTokens;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.scenario.Scenario;
import dev.tick.stub.scenario.ScenarioPosition;
import dev.tick.stub.scenario.Step;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The state of one stub in the memory of its process. */
public final class InMemoryState implements StubState {
    private final InMemoryEntities entities;
    private final InMemoryQuotas quotas;
    private final InMemoryPauses pauses;
    private final InMemoryPrivileges privileges = new InMemoryPrivileges();
    private final InMemoryJournal journal;
    private final Position scenario = new Position();
    private final Registry applications = new Registry();
    private final InMemoryTokens tokens = new InMemoryTokens();
    private final AtomicInteger calls = new AtomicInteger();
    private Optional<RSAKey> key = Optional.empty();

    /**
     * Begins empty.
     *
     * @param capacity how many entities there may be, of all applications
     * @param quotas of all calls of an application together
     * @param operationQuotas of its calls of one operation, by operationId
     */
    public InMemoryState(Clock clock, int capacity, List<Quota> quotas, Map<String, List<Quota>> operationQuotas) {
        this(clock, capacity, quotas, operationQuotas, InMemoryJournal.MAX_CHARACTERS);
    }

    private InMemoryState(
            Clock clock,
            int capacity,
            List<Quota> quotas,
            Map<String, List<Quota>> operationQuotas,
            int charactersOfJournal) {
        entities = new InMemoryEntities(clock, capacity);
        this.quotas = new InMemoryQuotas(quotas, operationQuotas, clock);
        pauses = new InMemoryPauses(clock);
        journal = new InMemoryJournal(clock, charactersOfJournal);
    }

    /** Begins the state of one of many tenants, whose journal keeps less of long bodies. */
    public static InMemoryState ofOneOfMany(
            Clock clock, int capacity, List<Quota> quotas, Map<String, List<Quota>> operationQuotas) {
        return new InMemoryState(clock, capacity, quotas, operationQuotas, InMemoryJournal.CHARACTERS_OF_ONE_OF_MANY);
    }

    @Override
    public EntityStore entities() {
        return entities;
    }

    @Override
    public QuotaStore quotas() {
        return quotas;
    }

    @Override
    public PauseStore pauses() {
        return pauses;
    }

    @Override
    public ScenarioState scenario() {
        return scenario;
    }

    @Override
    public Applications applications() {
        return applications;
    }

    @Override
    public PrivilegeStore privileges() {
        return privileges;
    }

    @Override
    public JournalStore journal() {
        return journal;
    }

    @Override
    public ProvenTokens tokens() {
        return tokens;
    }

    @Override
    public int countCall() {
        return calls.getAndIncrement();
    }

    @Override
    public synchronized RSAKey signingKey(Supplier<RSAKey> maker) {
        RSAKey made = key.orElseGet(maker);
        key = Optional.of(made);
        return made;
    }

    @Override
    public void reset() {
        scenario.play(Scenario.fine());
        quotas.clear();
        pauses.clear();
        privileges.clear();
        calls.set(0);
        entities.clear();
        journal.clear();
    }

    private static final class Position implements ScenarioState {
        private ScenarioPosition position = ScenarioPosition.start(Scenario.fine());

        @Override
        public synchronized void play(Scenario scenario) {
            position = ScenarioPosition.start(scenario);
        }

        @Override
        public synchronized Step next(String place) {
            Step met = position.stepFor(place);
            position = position.after(place);
            return met;
        }

        @Override
        public synchronized ScenarioPosition position() {
            return position;
        }
    }

    private static final class Registry implements Applications {
        private final Map<String, Application> applications = new LinkedHashMap<>();

        @Override
        public synchronized void add(Application application) {
            applications.put(application.id(), application);
        }

        @Override
        public synchronized boolean addNew(Application application) {
            return applications.putIfAbsent(application.id(), application) == null;
        }

        @Override
        public synchronized boolean remove(String id) {
            return applications.remove(id) != null;
        }

        @Override
        public synchronized Optional<Application> find(String id) {
            return Optional.ofNullable(applications.get(id));
        }

        @Override
        public synchronized List<Application> all() {
            return List.copyOf(applications.values());
        }
    }
}
