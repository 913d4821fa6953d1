package dev.tick.conformance.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.Leftovers;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.TokenKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs of {@code tick verify} in processes of their own, which are ended under way. */
final class KilledRuns {
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final ForeignTarget target;
    private final Path ledgers;
    private final Path results;

    KilledRuns(ForeignTarget target, Path ledgers, Path results) {
        this.target = target;
        this.ledgers = ledgers;
        this.results = results;
    }

    /** Starts a run, waits until its ledger has so many lines, and kills it; then what it left is removed. Returns whether it left something. */
    boolean killAndClean(int lines) throws IOException, InterruptedException {
        String before = target.holdings();
        Process process = start();
        awaitLines(process, lines);
        process.destroyForcibly();
        assertTrue(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS));
        boolean left = !before.equals(target.holdings());
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        boolean clean = new Leftovers(Settings.ofLeftovers(properties(), environment()), Clock.systemUTC())
                .remove(new PrintStream(told, true, StandardCharsets.UTF_8));
        assertTrue(clean, () -> told.toString(StandardCharsets.UTF_8));
        assertEquals(before, target.holdings(), () -> told.toString(StandardCharsets.UTF_8));
        return left;
    }

    /** Starts a run, waits until its ledger has so many lines, and asks it to end, as Ctrl-C does; it cleans up by itself; returns why it ended. */
    String interrupt(int lines) throws IOException, InterruptedException {
        String before = target.holdings();
        Process process = start();
        awaitLines(process, lines);
        process.destroy();
        assertTrue(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS));
        assertEquals(before, target.holdings());
        String summary = Files.readString(results.resolve("summary.txt"));
        assertTrue(summary.contains("interrupted"), summary);
        assertTrue(summary.contains("nothing is left"), summary);
        return reason(summary);
    }

    /** Starts a run, waits until its ledger has so many lines, and kills what started it; the run cleans up by itself; returns why it ended. */
    String killStarter(int lines) throws IOException, InterruptedException {
        String before = target.holdings();
        List<String> command = new ArrayList<>(
                List.of("bash", "-c", "java=$1; shift; \"$java\" -Dtick.short-run=$$ \"$@\" & wait", "starter"));
        command.addAll(command().stream()
                .filter(word -> !word.startsWith("-Dtick.short-run="))
                .toList());
        Process first = start(command);
        awaitLines(first, lines);
        ProcessHandle run = first.children().findFirst().orElseThrow();
        first.destroyForcibly();
        run.onExit().orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
        assertEquals(before, target.holdings());
        return reason(Files.readString(results.resolve("summary.txt")));
    }

    /**
     * Performs a run whose files may not grow beyond 6 KiB, so that the disk looks full to the ledger first; once there is room again,
     * what it left is removed. Returns why it ended.
     */
    String fillDisk() throws IOException, InterruptedException {
        String before = target.holdings();
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f 6 && exec \"$@\"", "full"));
        List<String> java = command();
        command.add(java.get(0));
        command.add("-XX:-UsePerfData");
        command.addAll(java.subList(1, java.size()));
        Process process = start(command);
        assertTrue(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS));
        String output = Files.readString(ledgers.resolveSibling("output.txt"));
        assertEquals(3, process.exitValue(), output);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        boolean clean = new Leftovers(Settings.ofLeftovers(properties(), environment()), Clock.systemUTC())
                .remove(new PrintStream(told, true, StandardCharsets.UTF_8));
        assertTrue(clean, () -> told.toString(StandardCharsets.UTF_8));
        assertEquals(before, target.holdings(), () -> told.toString(StandardCharsets.UTF_8));
        return reason(output);
    }

    /** Returns the line behind the verdict, without the figures. */
    private static String reason(String summary) {
        return summary.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("stopped after "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(summary))
                .replaceFirst("stopped after .* cases: ", "");
    }

    private Process start() throws IOException {
        return start(command());
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ledgers.resolveSibling("output.txt").toFile());
        builder.environment().putAll(environment());
        return builder.start();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dtick.short-run=" + ProcessHandle.current().pid(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tick.conformance.command.TickMain",
                "verify",
                "--contract",
                "indicators",
                "--capabilities",
                "list,get,delete,import,batch-delete",
                "--progress",
                "none",
                "--explore",
                "0",
                "--output",
                results.toString()));
        properties().forEach((name, value) -> command.addAll(List.of("--" + name, value)));
        return command;
    }

    private Map<String, String> properties() {
        return Map.of("target", target.remote().baseUrl().toString(), "ledger", ledgers.toString());
    }

    private Map<String, String> environment() {
        Map<String, String> tokens = new HashMap<>();
        for (TokenKind kind : TokenKind.values()) {
            target.remote().token(kind).ifPresent(token -> tokens.put(kind.variable(), token));
        }
        return tokens;
    }

    private void awaitLines(Process process, int lines) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(DEADLINE);
        while (lines() < lines) {
            assertTrue(Instant.now().isBefore(end), "the ledger has " + lines() + " lines");
            if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        "the run has ended: " + Files.readString(ledgers.resolveSibling("output.txt")));
            }
        }
    }

    private long lines() throws IOException {
        if (!Files.isDirectory(ledgers)) {
            return 0;
        }
        long lines = 0;
        try (Stream<Path> files = Files.walk(ledgers)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".jsonl")).toList()) {
                lines += Files.readString(file).lines().count();
            }
        } catch (UncheckedIOException e) {
            // The run renamed a file meanwhile.
            return 0;
        }
        return lines;
    }
}
