package dev.tick.stub.config;

import dev.tick.spec.text.NearestWord;
import dev.tick.stub.StubConfig;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The environment variables that stand for options: {@code TICK_STUB_} and the option's name, such as {@code TICK_STUB_PAGE_SIZE}. */
public final class SettingVariables {
    private static final String PREFIX = "TICK_STUB_";

    /** Older than the rule, and shorter. */
    private static final String ADMIN_KEY = "TICK_ADMIN_KEY";

    private final Map<String, String> given = new LinkedHashMap<>();
    private final Map<String, String> environment;

    /**
     * Takes those of an environment that are set.
     *
     * @param options all that there are, such as {@code --page-size}
     * @throws ConfigurationException naming a variable that looks like one of these and is none
     */
    public SettingVariables(Map<String, String> environment, List<String> options) {
        this.environment = Map.copyOf(environment);
        List<String> known = options.stream().map(SettingVariables::name).toList();
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> !isOfKubernetes(name))
                .sorted()
                .forEach(name -> {
                    if (!known.contains(name)) {
                        throw new ConfigurationException("environment: the variable '" + name + "' is unknown"
                                + NearestWord.hint(name, known) + "; unset it, or use one of " + known);
                    }
                });
        for (String option : options) {
            value(name(option))
                    .or(() -> option.equals("--admin-key") ? value(ADMIN_KEY) : Optional.empty())
                    .ifPresent(value -> given.put(option, value));
        }
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .filter(value -> !isOfKubernetes(name));
    }

    /** Kubernetes sets such variables in each pod, once a service of the cluster is called {@code tick-stub}. */
    private boolean isOfKubernetes(String name) {
        return name.startsWith(PREFIX + "SERVICE_")
                || name.startsWith(PREFIX + "PORT_")
                || (name.equals(PREFIX + "PORT")
                        && environment.getOrDefault(name, "").contains("://"));
    }

    private static String name(String option) {
        return PREFIX + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Returns the one value of an option; empty where its variable is not set. */
    public Optional<String> of(String option) {
        return Optional.ofNullable(given.get(option));
    }

    /**
     * Sets what a variable says.
     *
     * @throws IllegalArgumentException naming the variable, what was expected, and what was got
     */
    public void apply(Setting.Option option, StubConfig.Builder config) {
        of(option.name()).ifPresent(value -> {
            try {
                option.set().accept(config, values(option, value));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name(option.name()) + ": " + e.getMessage(), e);
            }
        });
    }

    private static List<String> values(Setting.Option option, String value) {
        if (option.help().label().isEmpty() && !List.of("true", "false").contains(value)) {
            throw new IllegalArgumentException("expected true or false, got '" + value + "'");
        }
        return switch (option.occurrence()) {
            case ONCE -> List.of(value);
            case REPEATED ->
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        };
    }
}
