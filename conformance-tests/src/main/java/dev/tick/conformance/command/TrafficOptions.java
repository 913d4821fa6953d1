package dev.tick.conformance.command;

import dev.tick.conformance.client.JudgeSettings;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options that say by which traffic a client is judged. */
final class TrafficOptions {
    private static final String COMMAND = "--target-command";
    private static final String HAR = "--har";
    private static final String OBSERVE = "--observe";
    private static final int MOST_PORT = 65_535;
    private static final int LONGEST = 604_800;

    /** The options that mean something with one source alone. */
    private static final Map<String, List<String>> OWN = Map.of(
            COMMAND, List.of("--scenarios", "--deadline", "--parallel"),
            HAR, List.of(),
            OBSERVE, List.of("--port", "--for"));

    @Option(
            names = HAR,
            paramLabel = "FILE",
            description = "Recording to judge, HAR 1.2 of 100 MiB at most; nothing is started and nothing sent.")
    private String har = "";

    @Option(names = OBSERVE, description = "Starts a stub, and judges whoever calls it until Ctrl-C.")
    private boolean observed;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "TCP port of --observe; 0 for a free one (default: 8080).")
    private String port = "8080";

    @Option(names = "--for", paramLabel = "SECONDS", description = "End --observe after this time (default: never).")
    private String length = "";

    /** Sources of traffic. */
    enum Source {
        /** A client that is walked through scenarios. */
        SCENARIOS,
        /** A recording. */
        RECORDING,
        /** A stub that whoever likes calls. */
        STUB
    }

    /**
     * Returns the source.
     *
     * @throws InvalidSettingException when there is not exactly one, or an option means nothing with it
     */
    Source source(ParseResult line) {
        List<String> named = List.of(COMMAND, HAR, OBSERVE).stream()
                .filter(one -> one.equals(OBSERVE) ? observed : line.hasMatchedOption(one))
                .toList();
        if (named.size() != 1) {
            throw new InvalidSettingException("expected one of " + COMMAND + " COMMAND, " + HAR + " FILE and " + OBSERVE
                    + ", got " + (named.isEmpty() ? "none" : String.join(" and ", named))
                    + "; 'tick judge --help' tells of each");
        }
        String source = named.get(0);
        OWN.forEach((other, options) -> options.stream()
                .filter(option -> !other.equals(source) && line.hasMatchedOption(option))
                .findFirst()
                .ifPresent(option -> {
                    throw new InvalidSettingException(
                            option + ": means nothing with " + source + "; leave it out, it goes with " + other);
                }));
        return switch (source) {
            case HAR -> Source.RECORDING;
            case OBSERVE -> Source.STUB;
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

    /**
     * Returns the port of the stub.
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
