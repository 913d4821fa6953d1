package dev.tick.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Off-the-shelf WireMock in a process of its own: its jar, a folder of mappings, and nothing of ours. */
final class PlainWireMock implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("port:\\s+(\\d+)");
    private static final int SECONDS = 60;

    private final Process process;
    private final URI baseUrl;

    private PlainWireMock(Process process, URI baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    /** Serves the folder {@code mappings} of a root on a free port. */
    static PlainWireMock start(Path root) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar().toString(),
                        "--port",
                        "0",
                        "--bind-address",
                        "127.0.0.1",
                        "--no-request-journal",
                        "--root-dir",
                        root.toString())
                .redirectErrorStream(true)
                .start();
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, port), "plain-wiremock-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return new PlainWireMock(process, URI.create("http://127.0.0.1:" + port.get(SECONDS, TimeUnit.SECONDS)));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "WireMock with " + root + ": awaited a line with its port for " + SECONDS + " s, got " + e, e);
        }
    }

    URI baseUrl() {
        return baseUrl;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /** Reads on after the port, or the process would block on a full pipe. */
    private static void read(Process process, CompletableFuture<Integer> port) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && !port.isDone(); line = lines.readLine()) {
                said.append(line).append('\n');
                Matcher found = PORT.matcher(line);
                if (found.find()) {
                    port.complete(Integer.parseInt(found.group(1)));
                }
            }
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            port.completeExceptionally(new IllegalStateException("it ended, after it had said: " + said));
        } catch (IOException e) {
            port.completeExceptionally(new UncheckedIOException("after it had said: " + said, e));
        }
    }

    /** Returns the jar that the build names, or else the one that the stub brings; by name, since nothing here compiles against it. */
    private static Path jar() {
        String named = System.getProperty("wiremock.jar");
        if (named != null) {
            return Path.of(named);
        }
        try {
            return Path.of(Class.forName("com.github.tomakehurst.wiremock.WireMockServer")
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException("expected the jar of WireMock standalone on the class path", e);
        }
    }
}
