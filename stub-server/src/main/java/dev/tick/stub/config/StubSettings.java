package dev.tick.stub.config;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.register.Specification;
import dev.tick.spec.text.NearestWord;
import dev.tick.spec.text.RepeatedWord;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubConfig.QuotaScope;
import dev.tick.stub.StubConfig.Scheme;
import dev.tick.stub.access.Application;
import dev.tick.stub.config.Setting.Group;
import dev.tick.stub.config.Setting.Help;
import dev.tick.stub.config.Setting.Occurrence;
import dev.tick.stub.config.Setting.Option;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.limit.ByteSize;
import dev.tick.stub.limit.Limits;
import dev.tick.stub.pipeline.RefusalPolicy;
import dev.tick.stub.quota.EarlyRetry;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.RateLimitHeaders;
import dev.tick.stub.quota.ThrottleStyle;
import dev.tick.stub.scenario.NamedScenario;
import dev.tick.stub.scenario.ScenarioReader;
import dev.tick.stub.tenant.TenantPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The grammar of a stub's settings, one for file and command line: an entry for each, in the order in which they are read. */
public final class StubSettings {
    private static final String OFF = "off";

    /** The words of the policy, with those that went before. */
    private static final Map<String, RefusalPolicy> POLICIES = words(RefusalPolicy.values());

    private static final Map<String, RefusalPolicy> FORMER_POLICIES =
            Map.of("all", RefusalPolicy.EVERYTHING, "facts", RefusalPolicy.DOCUMENTED);

    private StubSettings() {}

    /**
     * Returns every setting; what depends on the contracts comes after them.
     *
     * @param folder where the files that a configuration names lie
     * @param environment the variables that {@code secret-from} may name
     */
    public static List<Setting> all(Path folder, Map<String, String> environment) {
        return Stream.of(
                        List.of(contracts()),
                        ofListening(),
                        IdentitySettings.all(folder),
                        ofRequests(),
                        ofContents(),
                        ofLimits(),
                        List.of(applications(folder, environment)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Setting> ofListening() {
        return List.of(
                Setting.number(
                        "port",
                        0,
                        StubConfig.MAX_PORT,
                        StubConfig.Builder::port,
                        listening("PORT", "TCP port, 0 for a free one (default: 8080).")),
                Setting.text(
                        "bind",
                        StubSettings::address,
                        StubConfig.Builder::address,
                        listening("ADDRESS", "Address of this machine, 0.0.0.0 for all (default: 127.0.0.1).")),
                Setting.flag(
                        "https",
                        Scheme.HTTPS,
                        Scheme.HTTP,
                        StubConfig.Builder::scheme,
                        listening("", "HTTPS only, with a certificate made at the start; tells where it lies.")),
                Setting.secret(
                        "admin-key",
                        StubSettings::adminKey,
                        StubConfig.Builder::adminKey,
                        listening(
                                "KEY",
                                "What admin calls must bring in the header X-Tick-Key, 16 characters or more; better set the"
                                        + " environment variable TICK_ADMIN_KEY. Without one, a stub that other machines reach"
                                        + " makes its own.")));
    }

    private static String address(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "expected an address of this machine, such as 127.0.0.1 or 0.0.0.0, got none");
        }
        return text;
    }

    private static String adminKey(String text) {
        if (text.length() < StubConfig.MIN_KEY) {
            throw new IllegalArgumentException(
                    "expected at least " + StubConfig.MIN_KEY + " characters, got " + text.length());
        }
        return text;
    }

    private static List<Setting> ofRequests() {
        return List.of(
                Setting.text(
                        "refuse",
                        StubSettings::policy,
                        StubConfig.Builder::refuse,
                        behaviour(
                                "everything|documented|nothing",
                                "Refuse what breaks the contract in any way, what is documented or recorded as refused, or"
                                        + " nothing (default: documented).")),
                without(),
                scenarios(),
                scenario(),
                quotas(),
                Setting.flag(
                        "operation-quotas",
                        QuotaScope.OPERATION,
                        QuotaScope.APPLICATION,
                        StubConfig.Builder::quotaScope,
                        behaviour(
                                "",
                                "Count the calls of operations that have limits of their own in the contract, too (default:"
                                        + " unless quotas are given).")),
                Setting.text(
                        "throttle",
                        text -> word(text, words(ThrottleStyle.values()), Map.of()),
                        StubConfig.Builder::throttle,
                        behaviour(
                                "documented|recorded",
                                "Refuse calls too many as documented, with Retry-After, or as recorded, without (default:"
                                        + " documented).")),
                Setting.text(
                        "rate-limit-headers",
                        text -> word(text, words(RateLimitHeaders.values()), Map.of()),
                        StubConfig.Builder::rateLimitHeaders,
                        behaviour(
                                "none|draft-06|draft-10",
                                "Tell what is left of the quotas by headers of the IETF draft httpapi-ratelimit-headers, in its"
                                        + " version 06 or 10 (default: none).")),
                Setting.text(
                        "early-retry",
                        text -> word(text, words(EarlyRetry.values()), Map.of()),
                        StubConfig.Builder::earlyRetry,
                        behaviour(
                                "tolerated|refused",
                                "Treat a caller that comes back before its Retry-After like any other, or refuse it and have it"
                                        + " wait anew (default: tolerated).")));
    }

    private static List<Setting> ofContents() {
        return List.of(
                Setting.number(
                        "capacity",
                        1,
                        Integer.MAX_VALUE,
                        StubConfig.Builder::capacity,
                        behaviour("N", "Room for so many indicators (default: 15000).")),
                Setting.number(
                        "page-size",
                        1,
                        Integer.MAX_VALUE,
                        StubConfig.Builder::pageSize,
                        behaviour("N", "Entities on a page of a list (default: as many as the contract allows).")),
                Setting.text(
                        "token-lifetime",
                        StubSettings::lifetime,
                        StubConfig.Builder::tokenLifetime,
                        behaviour("TIME", "How long tokens live, such as 90s (default: 3599s).")),
                Setting.text(
                        "tenants",
                        text -> word(text, words(TenantPolicy.values()), Map.of()),
                        StubConfig.Builder::tenants,
                        behaviour(
                                "known|open",
                                "Answer for the tenants that were added alone, or make a sandbox of whatever tenant a token"
                                        + " path names (default: known).")),
                Setting.number(
                        "max-tenants",
                        1,
                        StubConfig.MAX_TENANTS,
                        StubConfig.Builder::maxTenants,
                        behaviour(
                                "N",
                                "Sandboxes beside the default tenant; for one more, the one not used for the longest time ends"
                                        + " (default: 100).")));
    }

    private static List<Setting> ofLimits() {
        return List.of(
                Setting.text(
                        "max-body",
                        text -> bytes(text, Limits.MOST_BODY),
                        (config, bytes) -> config.limits(config.limits().withBody(bytes)),
                        behaviour("SIZE", "Refuse a larger body with 413, such as 512KiB (default: 1MiB).")),
                Setting.number(
                        "max-nesting",
                        1,
                        Limits.MOST_NESTING,
                        (config, levels) -> config.limits(config.limits().withNesting(levels)),
                        behaviour("N", "Refuse JSON that is nested more deeply with 400 (default: 64).")),
                Setting.text(
                        "max-header",
                        text -> bytes(text, Limits.MOST_HEADER),
                        (config, bytes) -> config.limits(config.limits().withHeader(bytes)),
                        behaviour(
                                "SIZE", "Refuse larger headers, the first line included, with 431 (default: 32KiB).")),
                Setting.text(
                        "request-timeout",
                        StubSettings::requestTime,
                        (config, time) -> config.limits(config.limits().withTime(time)),
                        behaviour("TIME", "Refuse a request that takes longer to arrive with 408 (default: 30s).")));
    }

    private static int bytes(String text, int most) {
        long bytes = ByteSize.read(text);
        if (bytes < Limits.LEAST || bytes > most) {
            throw new IllegalArgumentException(
                    "expected " + ByteSize.text(Limits.LEAST) + " to " + ByteSize.text(most) + ", got '" + text + "'");
        }
        return (int) bytes;
    }

    private static Duration requestTime(String text) {
        Duration time = Durations.time(text);
        if (time.compareTo(Limits.MOST_TIME) > 0) {
            throw new IllegalArgumentException("expected at most 1h, got '" + text + "'");
        }
        return time;
    }

    /** Returns a grammar of scenarios for these settings. */
    static ScenarioReader grammar(StubConfig.Builder config) {
        return new ScenarioReader(
                new FaultCatalogue(config.specifications()),
                config.specifications().stream()
                        .flatMap(specification -> specification.contract().operations().stream())
                        .map(Operation::id)
                        .toList(),
                config.scenarios());
    }

    private static Setting contracts() {
        return new Setting(
                "contracts",
                Optional.empty(),
                (fields, key, config) -> {
                    if (fields.value(key, FieldType.LIST)
                            .filter(JsonNode::isEmpty)
                            .isPresent()) {
                        fields.problem(key, "expected at least one to serve, got none");
                    }
                    try {
                        config.specifications(specificationsOf(fields.texts(key)));
                    } catch (IllegalArgumentException e) {
                        fields.problem(key, String.valueOf(e.getMessage()));
                    }
                },
                Optional.of(new Option(
                        "--contract",
                        Optional.empty(),
                        Occurrence.REPEATED,
                        behaviour(
                                "NAME|FOLDER",
                                "Serve this contract, one of the kit's or one's own in a folder; may be repeated (default: all"
                                        + " that come with the kit)."),
                        (config, names) -> config.specifications(specificationsOf(names)))));
    }

    private static List<Specification> specificationsOf(List<String> names) {
        RepeatedWord.of(names).ifPresent(name -> {
            throw new IllegalArgumentException("expected each contract once, got '" + name + "' twice");
        });
        return names.stream().map(StubSettings::specification).toList();
    }

    private static Specification specification(String nameOrFolder) {
        try {
            return Specification.find(nameOrFolder);
        } catch (InvalidDocumentException e) {
            throw new IllegalArgumentException(
                    e.getMessage() + "; 'tick contract check " + nameOrFolder + "' tells every problem", e);
        }
    }

    private static Setting without() {
        return new Setting(
                "without",
                Optional.empty(),
                (fields, key, config) -> {
                    try {
                        config.without(fields.texts(key));
                    } catch (IllegalArgumentException e) {
                        fields.problem(key, String.valueOf(e.getMessage()));
                    }
                },
                Optional.of(new Option(
                        "--without",
                        Optional.empty(),
                        Occurrence.REPEATED,
                        behaviour(
                                "NAME",
                                "Refuse a request that clients were seen to send and no page documents: read-by-id or"
                                        + " batch-delete-in-small; may be repeated (default: both are served, and recorded)."),
                        StubConfig.Builder::without)));
    }

    private static Setting scenarios() {
        return Setting.inFile("scenarios", (fields, key, config) -> {
            List<NamedScenario> scenarios = new ArrayList<>();
            ScenarioReader grammar = grammar(config);
            fields.members(key, (name, one) -> {
                if (one.hold(List.of("description", "steps"), List.of("description", "steps"))) {
                    one.text("description")
                            .flatMap(description -> one.read(
                                    "steps", steps -> new NamedScenario(name, description, checked(grammar, steps))))
                            .ifPresent(scenarios::add);
                }
            });
            config.scenarios(scenarios);
        });
    }

    private static Setting scenario() {
        return new Setting(
                "scenario",
                Optional.of("mood"),
                (fields, key, config) ->
                        fields.read(key, line -> checked(grammar(config), line)).ifPresent(config::scenario),
                Optional.of(new Option(
                        "--scenario",
                        Optional.of("--mood"),
                        Occurrence.ONCE,
                        behaviour(
                                "SCENARIO",
                                "Play this from the start, such as '429 x3', 'outage' or 'fault NAME'; the command scenarios"
                                        + " lists all."),
                        (config, lines) -> config.scenario(checked(grammar(config), lines.get(lines.size() - 1))))));
    }

    private static String checked(ScenarioReader grammar, String line) {
        Setting.under("scenario", line, grammar::read);
        return line;
    }

    private static Setting quotas() {
        return new Setting(
                "quotas",
                Optional.empty(),
                (fields, key, config) -> config.quotas(quotas(fields, key)),
                Optional.of(new Option(
                        "--quota",
                        Optional.empty(),
                        Occurrence.REPEATED,
                        behaviour(
                                "CALLS/TIME",
                                "Calls that an application may make in a time; may be repeated; off for as many as it likes"
                                        + " (default: 100/1m and 1500/1h)."),
                        (config, written) -> config.quotas(quotas(written)))));
    }

    private static List<Quota> quotas(List<String> written) {
        if (written.size() > 1 && written.contains(OFF)) {
            throw new IllegalArgumentException("expected off alone, or CALLS/TIME as often as needed, got " + written);
        }
        return written.equals(List.of(OFF))
                ? List.of()
                : written.stream().map(Durations::quota).toList();
    }

    private static List<Quota> quotas(Fields fields, String key) {
        if (fields.isOff(key)) {
            return List.of();
        }
        List<Quota> quotas = new ArrayList<>();
        for (Fields one : fields.items(key)) {
            if (one.hold(List.of("calls", "per"), List.of("calls", "per"))) {
                Optional<Integer> calls = one.number("calls", 1, Integer.MAX_VALUE);
                Optional<Duration> per = one.read("per", Durations::time);
                calls.ifPresent(number -> per.ifPresent(window -> quotas.add(new Quota(number, window))));
            }
        }
        return quotas;
    }

    private static Setting applications(Path folder, Map<String, String> environment) {
        return Setting.inFile("applications", (fields, key, config) -> {
            ApplicationsReader reader = new ApplicationsReader(
                    folder,
                    environment,
                    config.specifications().stream()
                            .flatMap(specification -> specification.contract().tokens().roles().stream())
                            .distinct()
                            .toList());
            List<Application> applications = new ArrayList<>();
            fields.items(key).forEach(one -> reader.read(one).ifPresent(applications::add));
            RepeatedWord.of(applications.stream().map(Application::id).toList())
                    .ifPresent(id -> fields.problem(key, "expected each id once, got '" + id + "' twice"));
            config.applications(applications);
        });
    }

    private static Duration lifetime(String text) {
        Duration lifetime = Durations.time(text);
        if (lifetime.compareTo(StubConfig.LONGEST_LIFETIME) > 0) {
            throw new IllegalArgumentException("expected at most 24h, got '" + text + "'");
        }
        return lifetime;
    }

    private static RefusalPolicy policy(String text) {
        return word(text, POLICIES, FORMER_POLICIES);
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] constants) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E one : constants) {
            words.put(one.name().toLowerCase(Locale.ROOT).replace('_', '-'), one);
        }
        return words;
    }

    /** Reads one of these words, in whatever case; the former ones go on working. */
    private static <E> E word(String text, Map<String, E> words, Map<String, E> former) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(words.get(lower))
                .or(() -> Optional.ofNullable(former.get(lower)))
                .orElseThrow(() -> new IllegalArgumentException("expected one of " + words.keySet() + ", got '" + text
                        + "'" + NearestWord.hint(text, words.keySet())));
    }

    private static Help listening(String label, String description) {
        return new Help(Group.LISTENING, label, description);
    }

    private static Help behaviour(String label, String description) {
        return new Help(Group.BEHAVIOUR, label, description);
    }
}
