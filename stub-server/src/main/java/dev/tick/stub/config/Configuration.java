package dev.tick.stub.config;

import dev.tick.stub.StubOptions;
import dev.tick.stub.mood.Scenario;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.ThrottleStyle;
import dev.tick.stub.service.Strictness;
import dev.tick.stub.token.Application;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a user has said of a stub; all else is left to the next one asked.
 *
 * @param port the TCP port
 * @param bind the address
 * @param scheme how it is spoken to
 * @param refuse what is refused
 * @param mood the mood at the start, as a line
 * @param quotas an empty list for none
 * @param throttle how a call too many is told so
 * @param capacity how many entities there may be
 * @param tokenLifetime how long tokens live
 * @param scenarios further moods
 * @param applications the applications; empty for those that the stub makes
 */
public record Configuration(
        Optional<Integer> port,
        Optional<String> bind,
        Optional<Scheme> scheme,
        Optional<Strictness> refuse,
        Optional<String> mood,
        Optional<List<Quota>> quotas,
        Optional<ThrottleStyle> throttle,
        Optional<Integer> capacity,
        Optional<Duration> tokenLifetime,
        List<Scenario> scenarios,
        List<Application> applications) {
    private static final int USUAL_PORT = 8080;

    /** As the vendor documents for its service: 100 a minute and 1,500 an hour. */
    private static final List<Quota> USUAL_QUOTAS =
            List.of(new Quota(100, Duration.ofMinutes(1)), new Quota(1_500, Duration.ofHours(1)));

    /** As many active indicators as a tenant may have. */
    private static final int USUAL_CAPACITY = 15_000;

    /** How a stub is spoken to. */
    public enum Scheme {
        /** In the clear. */
        HTTP,
        /** With a certificate made at the start. */
        HTTPS
    }

    /** Copies the lists. */
    public Configuration {
        quotas = quotas.map(List::copyOf);
        scenarios = List.copyOf(scenarios);
        applications = List.copyOf(applications);
    }

    /** Nothing is said. */
    public static Configuration empty() {
        return new Configuration(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** What this says, and what the other says where this says nothing. */
    public Configuration over(Configuration other) {
        return new Configuration(
                port.or(other::port),
                bind.or(other::bind),
                scheme.or(other::scheme),
                refuse.or(other::refuse),
                mood.or(other::mood),
                quotas.or(other::quotas),
                throttle.or(other::throttle),
                capacity.or(other::capacity),
                tokenLifetime.or(other::tokenLifetime),
                scenarios.isEmpty() ? other.scenarios : scenarios,
                applications.isEmpty() ? other.applications : applications);
    }

    /** The address that is listened on. */
    public String address() {
        return bind.orElse("127.0.0.1");
    }

    /** The quotas that hold. */
    public List<Quota> limits() {
        return quotas.orElse(USUAL_QUOTAS);
    }

    /**
     * The options of a stub that follow, with the limits of the vendor's service where nothing is said.
     *
     * @throws IllegalArgumentException naming a value that is out of range
     */
    public StubOptions applied(StubOptions options) {
        StubOptions changed = options.withPort(port.orElse(USUAL_PORT))
                .withAddress(address())
                .withStrictness(refuse.orElse(Strictness.FACTS))
                .withQuotas(limits().toArray(Quota[]::new))
                .withThrottleStyle(throttle.orElse(ThrottleStyle.DOCUMENTED))
                .withCapacity(capacity.orElse(USUAL_CAPACITY))
                .withScenarios(scenarios)
                .withApplications(applications);
        if (quotas.isEmpty()) {
            changed = changed.withOperationQuotas();
        }
        StubOptions timed = tokenLifetime.map(changed::withTokenLifetime).orElse(changed);
        return scheme.filter(Scheme.HTTPS::equals).isPresent() ? timed.withHttps() : timed;
    }
}
