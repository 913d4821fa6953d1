package dev.tick.conformance;

import dev.tick.conformance.client.ClientCommand;
import dev.tick.conformance.client.ClientProgram;
import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.client.JudgeSettings;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.settings.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The judgement of a client in a build: {@code mvn verify -Dclient='sh client.sh'}. */
final class ClientBuild {
    private static final String CLIENT = "client";

    private final Map<String, String> properties;
    private final Map<String, String> environment;

    /**
     * Prepares a judgement.
     *
     * @param properties those of a run on a server that are about results; {@code client}, the command line of the client; and
     *     {@code client.deadline}, {@code client.parallel}, {@code client.scenarios}, {@code client.capabilities} and
     *     {@code client.long.lived}
     * @param environment the variables of the build
     */
    ClientBuild(Map<String, String> properties, Map<String, String> environment) {
        this.properties = Map.copyOf(properties);
        this.environment = Map.copyOf(environment);
    }

    /** Returns whether these properties ask for a judgement. */
    static boolean isAskedFor(Map<String, String> properties) {
        return properties.containsKey(CLIENT);
    }

    /**
     * Judges the client.
     *
     * @throws InvalidSettingException when a setting cannot be used
     */
    Verification perform(PrintStream out) {
        if (properties.containsKey("target")) {
            throw new InvalidSettingException(
                    "client: a build judges a client or tests a target; leave out 'client' or 'target'");
        }
        Map<String, String> all = new HashMap<>(properties);
        all.putIfAbsent("contract", "indicators");
        JudgeSettings judging = new JudgeSettings(properties, CLIENT + ".");
        ClientVerifier verifier =
                new ClientVerifier(Settings.of(all, environment), judging.options(), Clock.systemUTC());
        ClientCommand command = new ClientCommand(
                CLIENT, properties.getOrDefault(CLIENT, ""), Path.of(properties.getOrDefault("tick.top", "")));
        try (ClientProgram program = judging.program(command, environment.getOrDefault(ClientTask.PATH, ""))) {
            return verifier.run(program, out, ConsoleStyle.PLAIN);
        }
    }
}
