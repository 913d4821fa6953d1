package dev.tick.stub;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Register;
import dev.tick.stub.mood.Scenario;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.ThrottleStyle;
import dev.tick.stub.service.Strictness;
import dev.tick.stub.token.Application;
import dev.tick.stub.token.TokenAuthority;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a stub is to be started; never changes, each {@code with} makes another. */
public final class StubOptions {
    private static final int MAX_PORT = 65_535;
    private static final int MIN_KEY = 16;
    /** Bounds the memory of a stub in a test, far beyond what a tenant takes: about 1 KB each. */
    private static final int DEFAULT_CAPACITY = 100_000;

    private static final Duration LONGEST_LIFETIME = Duration.ofDays(1);

    private final Contract contract;
    private final Register register;
    private String address = "127.0.0.1";
    private int port;
    private Scheme scheme = Scheme.HTTP;
    private Optional<String> adminKey = Optional.empty();
    private Clock clock = Clock.systemUTC();
    private Strictness strictness = Strictness.FACTS;
    private int capacity = DEFAULT_CAPACITY;
    private List<Quota> quotas = List.of();
    private ThrottleStyle throttleStyle = ThrottleStyle.DOCUMENTED;
    private List<Scenario> scenarios = List.of();
    private List<Application> applications = List.of();
    private Duration tokenLifetime = TokenAuthority.USUAL_LIFETIME;

    private StubOptions(Contract contract, Register register) {
        this.contract = contract;
        this.register = register;
    }

    private StubOptions(StubOptions other) {
        contract = other.contract;
        register = other.register;
        address = other.address;
        port = other.port;
        scheme = other.scheme;
        adminKey = other.adminKey;
        clock = other.clock;
        strictness = other.strictness;
        capacity = other.capacity;
        quotas = other.quotas;
        throttleStyle = other.throttleStyle;
        scenarios = other.scenarios;
        applications = other.applications;
        tokenLifetime = other.tokenLifetime;
    }

    /** A contract of the class path on a free port of 127.0.0.1, with the system's clock, as strict as the facts, without quotas. */
    public static StubOptions of(String name) {
        Contract contract = Contract.load(name);
        return of(contract, Register.load(name, contract));
    }

    /** A contract on a free port of 127.0.0.1, with the system's clock, as strict as the facts, without quotas. */
    public static StubOptions of(Contract contract, Register register) {
        return new StubOptions(contract, register);
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

    /** What is served. */
    public Contract contract() {
        return contract;
    }

    /** Which statement each part of the contract rests on. */
    public Register register() {
        return register;
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
}
