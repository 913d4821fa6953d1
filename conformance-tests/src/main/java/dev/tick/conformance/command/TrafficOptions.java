package dev.tick.conformance.command;

import dev.tick.conformance.client.JudgeSettings;
import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.proxy.ProxyTerms;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.target.HttpUrls;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options that say by which traffic a client is judged. */
final class TrafficOptions {
    private static final String COMMAND = "--target-command";
    private static final String HAR = "--har";
    private static final String OBSERVE = "--observe";
    private static final String PROXY = "--proxy";
    private static final int MOST_PORT = 65_535;
    private static final int LONGEST = 604_800;

    /** The options that mean something with some sources alone. */
    private static final Map<String, List<String>> OWN = new TreeMap<>(Map.of(
            "--scenarios", List.of(COMMAND),
            "--capabilities", List.of(COMMAND),
            "--deadline", List.of(COMMAND),
            "--parallel", List.of(COMMAND),
            "--long-lived", List.of(COMMAND),
            "--port", List.of(OBSERVE, PROXY),
            "--for", List.of(OBSERVE, PROXY),
            "--safe", List.of(PROXY),
            "--ca", List.of(PROXY)));

    @Option(
            names = HAR,
            paramLabel = "FILE",
            description = "Recording to judge, HAR 1.2 of 100 MiB at most; nothing is started and nothing sent.")
    private String har = "";

    @Option(names = OBSERVE, description = "Starts a stub, and judges whoever calls it until Ctrl-C.")
    private boolean observed;

    @Option(
            names = PROXY,
            paramLabel = "URL",
            description = "Forwards every call to the service at this URL, and judges both sides until Ctrl-C.")
    private String proxied = "";

    @Option(
            names = "--safe",
            description =
                    "--proxy refuses what would create, change or remove names that are not reserved for documentation.")
    private boolean safe;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "PEM certificates of the authorities that the certificate of --proxy's service may come from,"
                    + " and no others (default: those of the JVM).")
    private String ca = "";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "TCP port of --observe and --proxy; 0 for a free one (default: 8080).")
    private String port = "8080";

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            description = "End --observe and --proxy after this time (default: never).")
    private String length = "";

    /** Sources of traffic. */
    enum Source {
        /** A client that is walked through scenarios. */
        SCENARIOS,
        /** A recording. */
        RECORDING,
        /** A stub that whoever likes calls. */
        STUB,
        /** A real service that whoever likes calls through a proxy. */
        SERVICE
    }

    /**
     * Returns the source.
     *
     * @throws InvalidSettingException when there is not exactly one, or an option means nothing with it
     */
    Source source(ParseResult line) {
        List<String> named = List.of(COMMAND, HAR, OBSERVE, PROXY).stream()
                .filter(one -> one.equals(OBSERVE) ? observed : line.hasMatchedOption(one))
                .toList();
        if (named.size() != 1) {
            throw new InvalidSettingException("expected one of " + COMMAND + " COMMAND, " + HAR + " FILE, " + OBSERVE
                    + " and " + PROXY + " URL, got " + (named.isEmpty() ? "none" : String.join(" and ", named))
                    + "; 'tick judge --help' tells of each");
        }
        String source = named.get(0);
        OWN.forEach((option, sources) -> {
            if (!sources.contains(source) && line.hasMatchedOption(option)) {
                throw new InvalidSettingException(option + ": means nothing with " + source
                        + "; leave it out, it goes with " + String.join(" and ", sources));
            }
        });
        return switch (source) {
            case HAR -> Source.RECORDING;
            case OBSERVE -> Source.STUB;
            case PROXY -> Source.SERVICE;
            default -> Source.SCENARIOS;
        };
    }

    /**
     * Returns the recording.
     *
     * @throws InvalidSettingException when its name is no path
     */
    InputFile recording() {
        try {
            return new InputFile(har, Path.of(har).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw new InvalidSettingException("har: '" + har + "' is no path (" + e.getReason() + "); correct it");
        }
    }

    /** Returns what of this is a setting, by the names of Maven's properties. */
    Map<String, String> properties() {
        return ca.isEmpty() ? Map.of() : Map.of("ca", ca);
    }

    /**
     * Returns the terms of the proxy.
     *
     * @param settings of the run, which name the authorities
     * @param environment names the proxies of this machine
     * @throws InvalidSettingException when a URL is none
     */
    ProxyTerms terms(Settings settings, Map<String, String> environment) {
        try {
            return new ProxyTerms(
                    HttpUrls.of(proxied, "service"),
                    port(),
                    safe,
                    settings.ca()
                            .map(file -> TrustedAuthorities.read(file.path()))
                            .orElseGet(TrustedAuthorities::ofJvm),
                    Proxies.of(environment));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("proxy: " + e.getMessage());
        }
    }

    /**
     * Returns the port of the stub or the proxy.
     *
     * @throws InvalidSettingException when it is none
     */
    int port() {
        return JudgeSettings.number("port", port, 0, MOST_PORT);
    }

    /**
     * Returns after which time an observation ends; empty for never.
     *
     * @throws InvalidSettingException when it is no number of seconds
     */
    Optional<Duration> length() {
        return Optional.of(length)
                .filter(text -> !text.isEmpty())
                .map(text -> Duration.ofSeconds(JudgeSettings.number("for", text, 1, LONGEST)));
    }
}
