package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher beside the jar, with the archive that the build has made. Linux tells which files a process has mapped. */
@EnabledOnOs(OS.LINUX)
class LauncherIT {
    private static final Path BUILT = Path.of("target").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void startsWithTheArchiveOfTheBuild() throws Exception {
        Path archive = archives(BUILT).get(0);
        assertEquals("Archive: " + archive + " (mapped)", version(BUILT, Map.of()));
        Path ready = folder.resolve("ready");
        Process stub = run(BUILT, Map.of(), "--port", "0", "--ready-file", ready.toString());
        try {
            Process waiting = run(BUILT, Map.of(), "wait", "--ready-file", ready.toString());
            assertEquals(0, waiting.waitFor(), output(waiting));
            assertTrue(mapped(stub).contains(archive), () -> "not mapped: " + archive);
            // The launcher gives its place to the JVM, which gets the signals.
            stub.toHandle().destroy();
            assertTrue(stub.waitFor(10, TimeUnit.SECONDS), "it did not stop within 10 s");
            assertEquals(143, stub.exitValue());
        } finally {
            stub.destroyForcibly();
        }
    }

    @Test
    void saysWhyThereIsNoArchive() throws Exception {
        assertEquals("Archive: none: TICK_ARCHIVE is off", version(BUILT, Map.of("TICK_ARCHIVE", "off")));
        assertEquals(
                "Archive: none: the JVM refused " + archives(BUILT).get(0)
                        + "; it was made with other flags, or by another java or jar",
                version(BUILT, Map.of("TICK_JAVA_FLAGS", "-Xbootclasspath/a:" + folder)));
        String elsewhere = version(copied(), Map.of());
        assertTrue(elsewhere.startsWith("Archive: none: there is none for this jar and "), elsewhere);
    }

    @Test
    void makesOneForTheNextStartWhereNoneFits() throws Exception {
        Path copy = copied();
        Path cache = folder.resolve("cache");
        Map<String, String> kept = Map.of("XDG_CACHE_HOME", cache.toString());
        Path made = Files.createDirectories(cache.resolve("tick"));
        List<Process> first = List.of(run(copy, kept, "scenarios"), run(copy, kept, "scenarios"));
        for (Process one : first) {
            assertTrue(output(one).contains("throttled"));
            assertEquals(0, one.waitFor());
        }
        awaitArchive(made);
        assertEquals("Archive: " + archives(made).get(0) + " (mapped)", version(copy, kept));
    }

    @Test
    void startsWhereNoArchiveCanBeKept() throws Exception {
        Path taken = Files.writeString(folder.resolve("file"), "");
        Process plain = run(copied(), Map.of("XDG_CACHE_HOME", taken.toString()), "scenarios");
        assertTrue(output(plain).contains("throttled"));
        assertEquals(0, plain.waitFor());
    }

    /** An archive fits a jar at one place. */
    private Path copied() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("a copy"));
        for (String name : List.of("tick-stub", "tick-stub.jar")) {
            Files.copy(BUILT.resolve(name), copy.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return copy;
    }

    /** Waits until nothing but an archive is left in the folder. */
    private static void awaitArchive(Path cache) throws Exception {
        try (WatchService watch = cache.getFileSystem().newWatchService()) {
            cache.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            while (!onlyAnArchive(cache)) {
                WatchKey change = Optional.ofNullable(watch.poll(2, TimeUnit.MINUTES))
                        .orElseThrow(() -> new AssertionError("nothing happened in " + cache + " for two minutes"));
                change.pollEvents();
                change.reset();
            }
        }
    }

    private static boolean onlyAnArchive(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return archives(cache).size() == files.count() && !archives(cache).isEmpty();
        }
    }

    private static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*/tick-stub-[0-9]+\\.(jsa|aot)"))
                    .toList();
        }
    }

    private static List<Path> mapped(Process process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "maps"))) {
            return lines.filter(line -> line.contains(" /"))
                    .map(line -> Path.of(line.substring(line.indexOf(" /") + 1)))
                    .distinct()
                    .toList();
        }
    }

    private String version(Path place, Map<String, String> environment) throws Exception {
        Process process = run(place, environment, "--version");
        List<String> lines = output(process).lines().toList();
        assertEquals(0, process.waitFor(), lines::toString);
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.get(0).startsWith("tick-stub "), lines::toString);
        return lines.get(1);
    }

    private Process run(Path place, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(place.resolve("tick-stub").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("JAVA_HOME", Path.of(System.getProperty("java.home")).toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("unused").toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
