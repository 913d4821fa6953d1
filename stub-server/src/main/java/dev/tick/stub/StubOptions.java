package dev.tick.stub;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Edition;
import dev.tick.spec.register.Register;
import dev.tick.stub.mood.Scenario;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.ThrottleStyle;
import dev.tick.stub.service.Strictness;
import dev.tick.stub.token.Application;
import dev.tick.stub.token.TokenAuthority;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a stub is to be started; never changes, each {@code with} makes another. */
public final class StubOptions {
    private static final int MAX_PORT = 65_535;
    private static final int MIN_KEY = 16;
    /** Bounds the memory of a stub in a test, far beyond what a tenant takes: about 1 KB each. */
    private static final int DEFAULT_CAPACITY = 100_000;

    private static final Duration LONGEST_LIFETIME = Duration.ofDays(1);

    private final List<Edition> editions;
    private String address = "127.0.0.1";
    private int port;
    private Scheme scheme = Scheme.HTTP;
    private Optional<String> adminKey = Optional.empty();
    private Clock clock = Clock.systemUTC();
    private Strictness strictness = Strictness.FACTS;
    private int capacity = DEFAULT_CAPACITY;
    private List<Quota> quotas = List.of();
    private QuotaScope quotaScope = QuotaScope.ALL_CALLS;
    private long pageSize = Long.MAX_VALUE;
    private ThrottleStyle throttleStyle = ThrottleStyle.DOCUMENTED;
    private List<Scenario> scenarios = List.of();
    private List<Application> applications = List.of();
    private Duration tokenLifetime = TokenAuthority.USUAL_LIFETIME;

    private StubOptions(List<Edition> editions) {
        this.editions = List.copyOf(editions);
    }

    private StubOptions(StubOptions other) {
        editions = other.editions;
        address = other.address;
        port = other.port;
        scheme = other.scheme;
        adminKey = other.adminKey;
        clock = other.clock;
        strictness = other.strictness;
        capacity = other.capacity;
        quotas = other.quotas;
        quotaScope = other.quotaScope;
        pageSize = other.pageSize;
        throttleStyle = other.throttleStyle;
        scenarios = other.scenarios;
        applications = other.applications;
        tokenLifetime = other.tokenLifetime;
    }

    /**
     * Contracts of the class path over one store, on a free port of 127.0.0.1, with the system's clock, as strict as the facts,
     * without quotas.
     *
     * @param names such as {@code tiindicators}; none for all that come with the kit
     */
    public static StubOptions of(String... names) {
        return of(
                names.length == 0
                        ? Edition.all()
                        : Arrays.stream(names).map(Edition::load).toList());
    }

    /** The same for these contracts, of which the first is meant where one alone is asked for. */
    public static StubOptions of(List<Edition> editions) {
        if (editions.isEmpty()) {
            throw new IllegalArgumentException("contract: expected at least one to serve, got none");
        }
        return new StubOptions(editions);
    }

    /** The same for one contract. */
    public static StubOptions of(Contract contract, Register register) {
        return of(List.of(new Edition(contract.source().file(), contract, register)));
    }

    /** On this TCP port; 0 for a free one. */
    public StubOptions withPort(int newPort) {
        if (newPort < 0 || newPort > MAX_PORT) {
            throw new IllegalArgumentException("port: expected 0 to " + MAX_PORT + ", got " + newPort);
        }
        StubOptions changed = new StubOptions(this);
        changed.port = newPort;
        return changed;
    }

    /** On this address of the machine, such as {@code 0.0.0.0} for all; others than 127.0.0.1 need an admin key. */
    public StubOptions withAddress(String newAddress) {
        StubOptions changed = new StubOptions(this);
        changed.address = newAddress;
        return changed;
    }

    /** Over HTTPS alone, with a certificate made at the start; see {@link StubServer#certificate()}. */
    public StubOptions withHttps() {
        StubOptions changed = new StubOptions(this);
        changed.scheme = Scheme.HTTPS;
        return changed;
    }

    /** The admin calls ask for this key in the header {@code X-Tick-Key}; at least 16 characters. */
    public StubOptions withAdminKey(String newKey) {
        if (newKey.length() < MIN_KEY) {
            throw new IllegalArgumentException(
                    "admin-key: expected at least " + MIN_KEY + " characters, got " + newKey.length());
        }
        StubOptions changed = new StubOptions(this);
        changed.adminKey = Optional.of(newKey);
        return changed;
    }

    /** With this clock, which tells when tokens expire, entities come and go, and calls are new again. */
    public StubOptions withClock(Clock newClock) {
        StubOptions changed = new StubOptions(this);
        changed.clock = newClock;
        return changed;
    }

    /** As strict as this. */
    public StubOptions withStrictness(Strictness newStrictness) {
        StubOptions changed = new StubOptions(this);
        changed.strictness = newStrictness;
        return changed;
    }

    /** With room for so many entities, of all applications. */
    public StubOptions withCapacity(int newCapacity) {
        if (newCapacity < 1) {
            throw new IllegalArgumentException("capacity: expected 1 or more, got " + newCapacity);
        }
        StubOptions changed = new StubOptions(this);
        changed.capacity = newCapacity;
        return changed;
    }

    /** With these quotas for each application; none for as many calls as it likes. */
    public StubOptions withQuotas(Quota... newQuotas) {
        StubOptions changed = new StubOptions(this);
        changed.quotas = List.of(newQuotas);
        return changed;
    }

    /** Operations that have limits of their own in the contract are held to these, too. */
    public StubOptions withOperationQuotas() {
        StubOptions changed = new StubOptions(this);
        changed.quotaScope = QuotaScope.EACH_OPERATION;
        return changed;
    }

    /** A list holds so many entities at most, unless it is asked for a number; where the others are, it says. */
    public StubOptions withPageSize(long newSize) {
        if (newSize < 1) {
            throw new IllegalArgumentException("page-size: expected 1 or more, got " + newSize);
        }
        StubOptions changed = new StubOptions(this);
        changed.pageSize = newSize;
        return changed;
    }

    /** A call too many is told so in this style. */
    public StubOptions withThrottleStyle(ThrottleStyle newStyle) {
        StubOptions changed = new StubOptions(this);
        changed.throttleStyle = newStyle;
        return changed;
    }

    /** With these moods beside the stub's own. */
    public StubOptions withScenarios(List<Scenario> newScenarios) {
        StubOptions changed = new StubOptions(this);
        changed.scenarios = List.copyOf(newScenarios);
        return changed;
    }

    /** With these applications, of which the first is meant to call; none for two that the stub makes. */
    public StubOptions withApplications(List<Application> newApplications) {
        StubOptions changed = new StubOptions(this);
        changed.applications = List.copyOf(newApplications);
        return changed;
    }

    /** Tokens live so long: more than nothing, and a day at most. */
    public StubOptions withTokenLifetime(Duration newLifetime) {
        if (newLifetime.isNegative() || newLifetime.isZero() || newLifetime.compareTo(LONGEST_LIFETIME) > 0) {
            throw new IllegalArgumentException(
                    "token-lifetime: expected more than nothing and at most a day, got " + newLifetime);
        }
        StubOptions changed = new StubOptions(this);
        changed.tokenLifetime = newLifetime;
        return changed;
    }

    /** What is served; at least one. */
    public List<Edition> editions() {
        return editions;
    }

    String address() {
        return address;
    }

    int port() {
        return port;
    }

    Scheme scheme() {
        return scheme;
    }

    Optional<String> adminKey() {
        return adminKey;
    }

    Clock clock() {
        return clock;
    }

    Strictness strictness() {
        return strictness;
    }

    int capacity() {
        return capacity;
    }

    List<Quota> quotas() {
        return quotas;
    }

    /** The limits of single operations that hold, by operationId. */
    Map<String, List<Quota>> operationQuotas() {
        return quotaScope == QuotaScope.ALL_CALLS
                ? Map.of()
                : editions.stream()
                        .flatMap(edition -> edition.contract().operations().stream())
                        .collect(Collectors.toMap(Operation::id, StubOptions::limits));
    }

    private static List<Quota> limits(Operation operation) {
        return operation.limits().stream()
                .map(limit -> new Quota(limit.calls(), limit.window()))
                .toList();
    }

    long pageSize() {
        return pageSize;
    }

    ThrottleStyle throttleStyle() {
        return throttleStyle;
    }

    List<Scenario> scenarios() {
        return scenarios;
    }

    List<Application> applications() {
        return applications;
    }

    Duration tokenLifetime() {
        return tokenLifetime;
    }

    /** What is counted. */
    private enum QuotaScope {
        /** All calls of an application together. */
        ALL_CALLS,
        /** These, and its calls of each operation that has limits of its own. */
        EACH_OPERATION
    }
}
