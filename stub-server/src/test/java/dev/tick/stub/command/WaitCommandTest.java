package dev.tick.stub.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int await(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "wait";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return StubMain.run(
                all, Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), (stub, forget) -> {});
    }

    @Test
    void waitsForTheReadyFile() throws Exception {
        Path ready = folder.resolve("ready");
        CompletableFuture<Integer> waiting =
                CompletableFuture.supplyAsync(() -> await("--ready-file", ready.toString(), "--timeout", "30s"));
        Path beside = Files.writeString(folder.resolve("beside"), "http://127.0.0.1:1234\n");
        Files.move(beside, ready);
        assertEquals(0, waiting.get(30, TimeUnit.SECONDS), err.toString());
        assertEquals("http://127.0.0.1:1234\n", out.toString());
    }

    @Test
    void findsAStubWhateverItsScenarioAndItsKey() {
        try (StubServer stub = StubServer.start(StubConfig.builder()
                .scenario("503")
                .adminKey("0123456789abcdef")
                .build())) {
            assertEquals(0, await("--url", stub.baseUrl() + "/", "--timeout", "30s"), err.toString());
        }
    }

    @Test
    void saysThatACertificateIsNotTrustedAndTakesOne() throws IOException {
        try (StubServer stub = StubServer.start(
                StubConfig.builder().scheme(StubConfig.Scheme.HTTPS).build())) {
            assertEquals(1, await("--url", stub.baseUrl().toString(), "--timeout", "1s"));
            assertTrue(
                    err.toString().contains("No stub within 1 seconds: the certificate of " + stub.baseUrl()),
                    err.toString());
            Path authority = Files.writeString(
                    folder.resolve("ca.pem"), stub.certificate().orElseThrow());
            assertEquals(
                    0,
                    await("--url", stub.baseUrl().toString(), "--ca", authority.toString(), "--timeout", "30s"),
                    err.toString());
        }
    }

    @Test
    void endsWhenTheTimeIsOver() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertEquals(1, await("--url", "http://127.0.0.1:" + port, "--timeout", "1s"));
        assertEquals("No stub within 1 seconds: nothing answers at http://127.0.0.1:" + port + ".\n", err.toString());
        assertEquals(1, await("--ready-file", folder.resolve("none").toString(), "--timeout", "1s"));
        assertTrue(err.toString().contains("none is not there."), err.toString());
    }

    @Test
    void wantsToKnowWhatToWaitFor() {
        assertEquals(2, await("--timeout", "1s"));
        assertEquals(2, await("--url", "http://127.0.0.1:1", "--ready-file", "f"));
        assertEquals(2, await("--url", "http://127.0.0.1:1", "--timeout", "soon"));
        assertTrue(err.toString().contains("--timeout: expected a time longer than nothing"), err.toString());
    }
}
