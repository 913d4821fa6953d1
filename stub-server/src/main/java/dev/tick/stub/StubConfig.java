package dev.tick.stub;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.SeenRequest;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Specification;
import dev.tick.spec.text.NearestWord;
import dev.tick.spec.text.RepeatedWord;
import dev.tick.stub.access.Application;
import dev.tick.stub.authority.TokenAuthority;
import dev.tick.stub.limit.Limits;
import dev.tick.stub.pipeline.RefusalPolicy;
import dev.tick.stub.quota.EarlyRetry;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.RateLimitHeaders;
import dev.tick.stub.quota.ThrottleStyle;
import dev.tick.stub.scenario.NamedScenario;
import dev.tick.stub.tenant.TenantPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings of a stub. A {@link Builder} makes one, from Java, or with the keys of a file and the options of the command line
 * (package {@code config}).
 *
 * @param specifications the contracts that are served, at least one; the first is meant where one is asked for without a name
 * @param address the address of this machine that it listens on
 * @param port the TCP port; 0 for a free one
 * @param scheme how it is spoken to
 * @param adminKey what admin calls must bring in the header {@code X-Tick-Key}, at least 16 characters; empty for none
 * @param clock tells when tokens expire, entities come and go, and calls are new again
 * @param refuse which requests that break a contract are refused
 * @param without the requests that clients were seen to send, that no page documents, and that are refused, by name
 * @param capacity how many entities there may be, of all applications
 * @param quotas how many calls each application may make; none for as many as it likes
 * @param quotaScope what is counted
 * @param pageSize how many entities a list holds at most, unless it is asked for a number
 * @param throttle how a call beyond a quota is refused
 * @param rateLimitHeaders how a response tells what is left of the quotas
 * @param earlyRetry what becomes of a caller that does not wait as long as it was told to
 * @param tokenLifetime how long tokens live: more than nothing, and a day at most
 * @param scenario the scenario that is played from the start, as a line or a name; empty for none
 * @param scenarios named scenarios beside the stub's own
 * @param applications the applications, of which the first is the default one; none for two that the stub makes
 * @param tenants which tenants may be named in the paths of the authority
 * @param maxTenants how many tenants there may be beside the default one; the one not used for the longest time ends
 * @param identity its names, secrets and keys, as far as they are not made anew
 * @param limits beyond which a request is not read
 */
public record StubConfig(
        List<Specification> specifications,
        String address,
        int port,
        Scheme scheme,
        Optional<String> adminKey,
        Clock clock,
        RefusalPolicy refuse,
        List<String> without,
        int capacity,
        List<Quota> quotas,
        QuotaScope quotaScope,
        long pageSize,
        ThrottleStyle throttle,
        RateLimitHeaders rateLimitHeaders,
        EarlyRetry earlyRetry,
        Duration tokenLifetime,
        Optional<String> scenario,
        List<NamedScenario> scenarios,
        List<Application> applications,
        TenantPolicy tenants,
        int maxTenants,
        StubIdentity identity,
        Limits limits) {
    /** The highest TCP port. */
    public static final int MAX_PORT = 65_535;

    /** The longest life of a token. */
    public static final Duration LONGEST_LIFETIME = Duration.ofDays(1);

    /** The most tenants beside the default one. */
    public static final int MAX_TENANTS = 10_000;

    /** The fewest characters of an admin key. */
    public static final int MIN_KEY = 16;

    /** Checks every value. */
    public StubConfig {
        specifications = List.copyOf(specifications);
        quotas = List.copyOf(quotas);
        without = List.copyOf(without);
        List<String> seen = seen(specifications);
        unknown(without, seen).ifPresent(problem -> {
            throw new IllegalArgumentException("without: " + problem);
        });
        requireOnce("contract", specifications.stream().map(Specification::name).toList());
        requireOnce("applications", applications.stream().map(Application::id).toList());
        scenarios = List.copyOf(scenarios);
        applications = List.copyOf(applications);
        require(!specifications.isEmpty(), "contract: expected at least one to serve, got none");
        require(port >= 0 && port <= MAX_PORT, "port: expected 0 to " + MAX_PORT + ", got " + port);
        adminKey.ifPresent(key -> require(
                key.length() >= MIN_KEY,
                "admin-key: expected at least " + MIN_KEY + " characters, got " + key.length()));
        require(
                applications.isEmpty()
                        || (identity.clientId().isEmpty()
                                && identity.clientSecret().isEmpty()),
                "client-id, client-secret: the applications are configured, and have ids and secrets of their own; remove one of"
                        + " the two");
        require(
                scheme == Scheme.HTTPS
                        || (identity.certificate().isEmpty()
                                && identity.certificateFile().isEmpty()),
                "certificate, certificate-out: there is one with HTTPS only; add --https, or https: true");
        require(capacity >= 1, "capacity: expected 1 or more, got " + capacity);
        require(
                maxTenants >= 1 && maxTenants <= MAX_TENANTS,
                "max-tenants: expected 1 to " + MAX_TENANTS + ", got " + maxTenants);
        require(pageSize >= 1, "page-size: expected 1 or more, got " + pageSize);
        require(
                !tokenLifetime.isNegative()
                        && !tokenLifetime.isZero()
                        && tokenLifetime.compareTo(LONGEST_LIFETIME) <= 0,
                "token-lifetime: expected more than nothing and at most a day, got " + tokenLifetime);
    }

    /** Returns the names of the requests that clients were seen to send and no page documents. */
    private static List<String> seen(List<Specification> specifications) {
        return specifications.stream()
                .flatMap(specification -> specification.contract().seen().stream())
                .map(SeenRequest::name)
                .toList();
    }

    /** Returns what is wrong with the first name that is not known; empty when all are. */
    private static Optional<String> unknown(List<String> names, List<String> known) {
        return names.stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> "expected one of " + known + ", got '" + name + "'" + NearestWord.hint(name, known));
    }

    private static void requireOnce(String key, List<String> names) {
        RepeatedWord.of(names).ifPresent(name -> {
            throw new IllegalArgumentException(key + ": expected each once, got '" + name + "' twice");
        });
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The schemes of a URL. */
    public enum Scheme {
        /** In the clear. */
        HTTP,
        /** Encrypted only, with a certificate made at the start; see {@link StubServer#certificate()}. */
        HTTPS
    }

    /** The calls that quotas count. */
    public enum QuotaScope {
        /** All calls of an application together. */
        APPLICATION,
        /** These, and its calls of each operation that has limits of its own in the contract. */
        OPERATION
    }

    /**
     * Returns the settings of a stub in a test: contracts of the class path over one state, on a free port of 127.0.0.1, with the
     * system's clock, refusing what is documented as refused, without quotas.
     *
     * @param names such as {@code indicators}; none for all that come with the kit, today's edition first
     */
    public static StubConfig of(String... names) {
        return builder(names).build();
    }

    /** Begins with what {@link #of} returns. */
    public static Builder builder(String... names) {
        return builder(
                names.length == 0
                        ? editions()
                        : Arrays.stream(names).map(Specification::load).toList());
    }

    /** Loads the contracts that come with the kit, today's edition first. */
    public static List<Specification> editions() {
        List<Specification> newestFirst = new ArrayList<>(Specification.all());
        Collections.reverse(newestFirst);
        return List.copyOf(newestFirst);
    }

    /** Begins with what {@link #of} returns, for these contracts. */
    public static Builder builder(List<Specification> specifications) {
        return new Builder(specifications);
    }

    /** Begins with what {@link #of} returns, for one contract. */
    public static Builder builder(Contract contract, Register register) {
        return builder(List.of(new Specification(contract.source().file(), contract, register)));
    }

    /** Begins with the port 8080 and the limits that the vendor documents for its service, as the command does. */
    public static Builder service(List<Specification> specifications) {
        return builder(specifications)
                .port(8080)
                .quotas(List.of(new Quota(100, Duration.ofMinutes(1)), new Quota(1_500, Duration.ofHours(1))))
                .quotaScope(QuotaScope.OPERATION)
                // As many active indicators as a tenant may have.
                .capacity(15_000);
    }

    /** Begins with these settings. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Returns the limits of single operations that hold, by operationId. */
    Map<String, List<Quota>> operationQuotas() {
        return switch (quotaScope) {
            case APPLICATION -> Map.of();
            case OPERATION ->
                specifications.stream()
                        .flatMap(specification -> specification.contract().operations().stream())
                        .collect(Collectors.toMap(Operation::id, StubConfig::limits));
        };
    }

    private static List<Quota> limits(Operation operation) {
        return operation.limits().stream()
                .map(limit -> new Quota(limit.calls(), limit.window()))
                .toList();
    }

    /** Gathers settings; a later value takes the place of an earlier one, and {@link #build} checks them. */
    public static final class Builder {
        /** Bounds the memory of a stub in a test, far beyond what a tenant takes: about 1 KB each. */
        private static final int DEFAULT_CAPACITY = 100_000;

        private static final int DEFAULT_TENANTS = 100;

        private List<Specification> specifications;
        private String address = "127.0.0.1";
        private int port;
        private Scheme scheme = Scheme.HTTP;
        private Optional<String> adminKey = Optional.empty();
        private Clock clock = Clock.systemUTC();
        private RefusalPolicy refuse = RefusalPolicy.DOCUMENTED;
        private List<String> without = List.of();
        private int capacity = DEFAULT_CAPACITY;
        private List<Quota> quotas = List.of();
        private QuotaScope quotaScope = QuotaScope.APPLICATION;
        private long pageSize = Long.MAX_VALUE;
        private ThrottleStyle throttle = ThrottleStyle.DOCUMENTED;
        private RateLimitHeaders rateLimitHeaders = RateLimitHeaders.NONE;
        private EarlyRetry earlyRetry = EarlyRetry.TOLERATED;
        private Duration tokenLifetime = TokenAuthority.USUAL_LIFETIME;
        private Optional<String> scenario = Optional.empty();
        private List<NamedScenario> scenarios = List.of();
        private List<Application> applications = List.of();
        private TenantPolicy tenants = TenantPolicy.KNOWN;
        private int maxTenants = DEFAULT_TENANTS;
        private StubIdentity identity = StubIdentity.made();
        private Limits limits = Limits.usual();

        private Builder(List<Specification> specifications) {
            this.specifications = specifications;
        }

        private Builder(StubConfig config) {
            specifications = config.specifications;
            address = config.address;
            port = config.port;
            scheme = config.scheme;
            adminKey = config.adminKey;
            clock = config.clock;
            refuse = config.refuse;
            without = config.without;
            capacity = config.capacity;
            quotas = config.quotas;
            quotaScope = config.quotaScope;
            pageSize = config.pageSize;
            throttle = config.throttle;
            rateLimitHeaders = config.rateLimitHeaders;
            earlyRetry = config.earlyRetry;
            tokenLifetime = config.tokenLifetime;
            scenario = config.scenario;
            scenarios = config.scenarios;
            applications = config.applications;
            tenants = config.tenants;
            maxTenants = config.maxTenants;
            identity = config.identity;
            limits = config.limits;
        }

        /**
         * Returns the settings.
         *
         * @throws IllegalArgumentException naming a value that is out of range
         */
        public StubConfig build() {
            return new StubConfig(
                    specifications,
                    address,
                    port,
                    scheme,
                    adminKey,
                    clock,
                    refuse,
                    without,
                    capacity,
                    quotas,
                    quotaScope,
                    pageSize,
                    throttle,
                    rateLimitHeaders,
                    earlyRetry,
                    tokenLifetime,
                    scenario,
                    scenarios,
                    applications,
                    tenants,
                    maxTenants,
                    identity,
                    limits);
        }

        /** Serves these contracts. */
        public Builder specifications(List<Specification> value) {
            specifications = value;
            return this;
        }

        /** Returns the contracts so far. */
        public List<Specification> specifications() {
            return specifications;
        }

        /** Listens on this address, such as {@code 0.0.0.0} for all; others than 127.0.0.1 need an admin key. */
        public Builder address(String value) {
            address = value;
            return this;
        }

        /** Listens on this TCP port; 0 for a free one. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Serves over this scheme. */
        public Builder scheme(Scheme value) {
            scheme = value;
            return this;
        }

        /** Asks admin calls for this key in the header {@code X-Tick-Key}; at least 16 characters. */
        public Builder adminKey(String value) {
            adminKey = Optional.of(value);
            return this;
        }

        /** Takes the time from this clock. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Refuses requests by this policy. */
        public Builder refuse(RefusalPolicy value) {
            refuse = value;
            return this;
        }

        /**
         * Refuses these requests, which clients were seen to send and no page documents, such as {@code read-by-id}.
         *
         * @throws IllegalArgumentException naming one that no contract so far knows
         */
        public Builder without(List<String> value) {
            unknown(value, seen(specifications)).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
            without = value;
            return this;
        }

        /** Holds at most this many entities, of all applications together. */
        public Builder capacity(int value) {
            capacity = value;
            return this;
        }

        /** Counts the calls of each application against these, and against nothing else unless {@link #quotaScope} says so after. */
        public Builder quotas(List<Quota> value) {
            quotas = value;
            quotaScope = QuotaScope.APPLICATION;
            return this;
        }

        /** Counts the calls of each application against these. */
        public Builder quotas(Quota... value) {
            return quotas(List.of(value));
        }

        /** Counts calls in this scope. */
        public Builder quotaScope(QuotaScope value) {
            quotaScope = value;
            return this;
        }

        /** Lists at most this many entities on a page, with a link to the next; a request's own {@code $top} counts before it. */
        public Builder pageSize(long value) {
            pageSize = value;
            return this;
        }

        /** Refuses a call beyond a quota in this style. */
        public Builder throttle(ThrottleStyle value) {
            throttle = value;
            return this;
        }

        /** Tells in headers of this style what is left of the quotas. */
        public Builder rateLimitHeaders(RateLimitHeaders value) {
            rateLimitHeaders = value;
            return this;
        }

        /** Treats a caller that comes back before its {@code Retry-After} by this policy. */
        public Builder earlyRetry(EarlyRetry value) {
            earlyRetry = value;
            return this;
        }

        /** Issues tokens that expire after this time. */
        public Builder tokenLifetime(Duration value) {
            tokenLifetime = value;
            return this;
        }

        /** Plays this scenario from the start: a line such as {@code 429 x3}, or a name. */
        public Builder scenario(String value) {
            scenario = Optional.of(value);
            return this;
        }

        /** Knows these scenarios beside its own. */
        public Builder scenarios(List<NamedScenario> value) {
            scenarios = value;
            return this;
        }

        /** Returns the named scenarios so far. */
        public List<NamedScenario> scenarios() {
            return scenarios;
        }

        /** Knows these applications, of which the first is the default one; none for two that the stub makes. */
        public Builder applications(List<Application> value) {
            applications = value;
            return this;
        }

        /** Lets these tenants be named in the paths of the authority. */
        public Builder tenants(TenantPolicy value) {
            tenants = value;
            return this;
        }

        /** Has room for so many tenants beside the default one; for another, the one not used for the longest time ends. */
        public Builder maxTenants(int value) {
            maxTenants = value;
            return this;
        }

        /** Has these names, secrets and keys in place of some of its own making. */
        public Builder identity(StubIdentity value) {
            identity = value;
            return this;
        }

        /** Returns the names, secrets and keys so far. */
        public StubIdentity identity() {
            return identity;
        }

        /** Reads no request beyond these limits. */
        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        /** Returns the limits so far. */
        public Limits limits() {
            return limits;
        }
    }
}
