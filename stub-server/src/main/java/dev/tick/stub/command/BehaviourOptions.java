package dev.tick.stub.command;

import dev.tick.stub.config.Configuration;
import dev.tick.stub.config.Values;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.ThrottleStyle;
import dev.tick.stub.service.Strictness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options about what a stub does with requests. */
final class BehaviourOptions {
    private static final String OFF = "off";

    @Option(
            names = "--refuse",
            paramLabel = "all|facts|nothing",
            description = "What breaks the contract in any way, what is documented or recorded as refused, or nothing "
                    + "(default: facts).")
    private Optional<Strictness> refuse = Optional.empty();

    @Option(
            names = "--mood",
            paramLabel = "MOOD",
            description = "Behave so, such as '429 x3', 'outage' or 'fault NAME'; the command moods lists all.")
    private Optional<String> mood = Optional.empty();

    @Option(
            names = "--quota",
            paramLabel = "CALLS/TIME",
            description = "Calls that an application may make in a time; may be repeated; off for as many as it likes "
                    + "(default: 100/1m and 1500/1h).")
    private List<String> quotas = new ArrayList<>();

    @Option(
            names = "--throttle",
            paramLabel = "documented|recorded",
            description = "Refuse calls too many as documented, with Retry-After, or as recorded, without "
                    + "(default: documented).")
    private Optional<ThrottleStyle> throttle = Optional.empty();

    @Option(names = "--capacity", paramLabel = "N", description = "Room for so many indicators (default: 15000).")
    private Optional<Integer> capacity = Optional.empty();

    @Option(
            names = "--token-lifetime",
            paramLabel = "TIME",
            description = "How long tokens live, such as 90s (default: 3599s).")
    private Optional<String> tokenLifetime = Optional.empty();

    Configuration over(Configuration other) {
        return new Configuration(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        refuse,
                        mood,
                        Optional.of(quotas)
                                .filter(written -> !written.isEmpty())
                                .map(BehaviourOptions::quotas),
                        throttle,
                        capacity,
                        tokenLifetime.map(text -> read("--token-lifetime", text, Values::time)),
                        List.of(),
                        List.of())
                .over(other);
    }

    private static List<Quota> quotas(List<String> written) {
        return written.equals(List.of(OFF))
                ? List.of()
                : written.stream()
                        .map(text -> read("--quota", text, Values::quota))
                        .toList();
    }

    private static <T> T read(String option, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }
}
