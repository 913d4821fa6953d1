package dev.tick.stub.config;

import dev.tick.spec.source.Fields;
import dev.tick.spec.source.MalformedSourceException;
import dev.tick.spec.source.YamlSource;
import dev.tick.stub.config.Configuration.Scheme;
import dev.tick.stub.mood.MoodGrammar;
import dev.tick.stub.mood.Scenario;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.ThrottleStyle;
import dev.tick.stub.service.Strictness;
import dev.tick.stub.token.Application;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The only reader of a stub's configuration; it gathers all problems of a file before it refuses it. */
public final class ConfigurationReader {
    private static final int MAX_PORT = 65_535;
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(1);

    /** The keys of a file, in the order in which they are explained. */
    public static final List<String> KEYS = List.of(
            "port",
            "bind",
            "https",
            "refuse",
            "mood",
            "quotas",
            "throttle",
            "capacity",
            "token-lifetime",
            "scenarios",
            "applications");

    private final MoodGrammar moods;
    private final ApplicationReader applications;

    /**
     * A reader.
     *
     * @param moods reads the moods, and learns the scenarios of the file
     * @param applications reads the applications
     */
    public ConfigurationReader(MoodGrammar moods, ApplicationReader applications) {
        this.moods = moods;
        this.applications = applications;
    }

    /**
     * Reads a configuration.
     *
     * @param file the name used in messages
     * @throws ConfigurationException with a line for each problem
     */
    public Configuration read(String file, String text) {
        List<String> problems = new ArrayList<>();
        Configuration read = Configuration.empty();
        try {
            Fields fields = Fields.gathering(YamlSource.parse(file, text), "", problems);
            read = configuration(fields);
        } catch (MalformedSourceException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(
                    "config: " + file + " cannot be used:\n  " + String.join("\n  ", problems));
        }
        return read;
    }

    private Configuration configuration(Fields fields) {
        List<String> known = new ArrayList<>(KEYS);
        if (fields.has("admin-key")) {
            known.add("admin-key");
            fields.problem("admin-key", "a secret has no place in a file; remove it, and set TICK_ADMIN_KEY instead");
        }
        if (!fields.hold(known, List.of())) {
            return Configuration.empty();
        }
        List<Scenario> scenarios = scenarios(fields);
        fields.read("mood", moods::read);
        List<Application> clients = new ArrayList<>();
        if (fields.has("applications")) {
            fields.items("applications").forEach(one -> applications.read(one).ifPresent(clients::add));
        }
        return new Configuration(
                fields.number("port", 0, MAX_PORT),
                fields.text("bind"),
                fields.truth("https").map(yes -> yes ? Scheme.HTTPS : Scheme.HTTP),
                fields.word("refuse", List.of(Strictness.values())),
                fields.text("mood"),
                fields.has("quotas") ? Optional.of(quotas(fields)) : Optional.empty(),
                fields.word("throttle", List.of(ThrottleStyle.values())),
                fields.number("capacity", 1, Integer.MAX_VALUE),
                fields.read("token-lifetime", ConfigurationReader::lifetime),
                scenarios,
                clients);
    }

    private List<Scenario> scenarios(Fields fields) {
        List<Scenario> scenarios = new ArrayList<>();
        fields.members("scenarios", (name, one) -> {
            if (one.hold(List.of("description", "steps"), List.of("description", "steps"))) {
                Optional<Scenario> read = one.text("description")
                        .flatMap(description -> one.read("steps", steps -> learned(name, description, steps)));
                read.ifPresent(scenarios::add);
            }
        });
        return scenarios;
    }

    private Scenario learned(String name, String description, String steps) {
        Scenario scenario = new Scenario(name, description, steps);
        moods.add(scenario);
        return scenario;
    }

    private static List<Quota> quotas(Fields fields) {
        if (fields.isOff("quotas")) {
            return List.of();
        }
        List<Quota> quotas = new ArrayList<>();
        for (Fields one : fields.items("quotas")) {
            if (one.hold(List.of("calls", "per"), List.of("calls", "per"))) {
                Optional<Integer> calls = one.number("calls", 1, Integer.MAX_VALUE);
                Optional<Duration> per = one.read("per", Values::time);
                calls.ifPresent(number -> per.ifPresent(window -> quotas.add(new Quota(number, window))));
            }
        }
        return quotas;
    }

    private static Duration lifetime(String text) {
        Duration lifetime = Values.time(text);
        if (lifetime.compareTo(LONGEST_LIFETIME) > 0) {
            throw new IllegalArgumentException("expected at most 24h, got '" + text + "'");
        }
        return lifetime;
    }
}
