package dev.tick.stub.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource
    void waitsForTheReadyFile(StubConfig.Scheme scheme) throws Exception {
        Path ready = folder.resolve("ready");
        CompletableFuture<Integer> waiting =
                CompletableFuture.supplyAsync(() -> await("--ready-file", ready.toString(), "--timeout", "30s"));
        try (StubServer stub =
                StubServer.start(StubConfig.builder().scheme(scheme).build())) {
            Path beside = Files.writeString(folder.resolve("beside"), stub.baseUrl() + "\n");
            Files.move(beside, ready);
            assertEquals(0, waiting.get(30, TimeUnit.SECONDS), err.toString());
            assertEquals(stub.baseUrl() + "\n", out.toString());
        }
        assertEquals(1, await("--ready-file", ready.toString(), "--timeout", "1s"));
        assertTrue(
                err.toString()
                        .contains(
                                "nothing answers at " + Files.readString(ready).strip()),
                err.toString());
    }

    @Test
    void takesAnotherCertificateThanTheNamedOneForNone() throws IOException {
        try (StubServer stub = StubServer.start(
                        StubConfig.builder().scheme(StubConfig.Scheme.HTTPS).build());
                StubServer other = StubServer.start(
                        StubConfig.builder().scheme(StubConfig.Scheme.HTTPS).build())) {
            Path ready = Files.writeString(folder.resolve("ready"), stub.baseUrl() + "\n");
            Path authority = Files.writeString(
                    folder.resolve("ca.pem"), other.certificate().orElseThrow());
            assertEquals(1, await("--ready-file", ready.toString(), "--ca", authority.toString(), "--timeout", "1s"));
            assertTrue(err.toString().contains("is not trusted"), err.toString());
        }
    }

    @Test
    void takesNoFileWithoutAUrlForAStub() throws IOException {
        for (String text : List.of("", "no url", "ftp://127.0.0.1", "http:")) {
            Path ready = Files.writeString(folder.resolve("ready"), text);
            assertEquals(1, await("--ready-file", ready.toString(), "--timeout", "1s"), text);
        }
        assertTrue(err.toString().contains("ready holds no URL of a stub"), err.toString());
        assertEquals(2, await("--url", "no-url", "--timeout", "1s"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | not found",
                "200 | <html></html>",
                "200 | {}",
                "200 | {\"tenant\":\"t\"}",
                "401 | {\"error\":{\"code\":\"Unauthorized\",\"message\":\"Who are you?\"}}",
                "404 | {\"tenant\":\"t\",\"tokenEndpoint\":\"u\"}"
            })
    void takesNoOtherServerForAStub(int status, String body) throws IOException {
        HttpServer foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        foreign.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        foreign.start();
        try {
            String url = "http://127.0.0.1:" + foreign.getAddress().getPort();
            Path ready = Files.writeString(folder.resolve("ready"), url + "\n");
            assertEquals(1, await("--url", url, "--timeout", "1s"));
            assertEquals(1, await("--ready-file", ready.toString(), "--timeout", "1s"));
            assertEquals("", out.toString());
            assertTrue(
                    err.toString().contains(url + " answers with " + status + ", and not as a stub does"),
                    err.toString());
        } finally {
            foreign.stop(0);
        }
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
                    err.toString().contains("No stub within 1 s: the certificate of " + stub.baseUrl()),
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
        assertEquals("No stub within 1 s: nothing answers at http://127.0.0.1:" + port + ".\n", err.toString());
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
