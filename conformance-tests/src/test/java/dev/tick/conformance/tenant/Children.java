package dev.tick.conformance.tenant;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The processes of a trial, and the waits for what they do. */
final class Children {
    private static final Duration START = Duration.ofMinutes(2);

    private Children() {}

    /** Starts a main class of ours in a process of its own, which writes to a file. */
    static Process java(Path output, Map<String, String> environment, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(arguments);
        return start(output, environment, command);
    }

    static Process start(Path output, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Waits until a process has come so far. */
    static void await(Process process, BooleanSupplier there, Path output) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(START);
        while (!there.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), () -> "it does not start: " + output);
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("it has ended: " + Files.readString(output));
            }
        }
    }

    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
