package dev.tick.conformance.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import dev.tick.conformance.AlteringSender;
import dev.tick.conformance.QuickSender;
import dev.tick.conformance.exchange.HttpSender;
import dev.tick.conformance.exchange.InFlight;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.ledger.TargetLock;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.tenant.ToldFaults;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Whatever befalls a run under way, it ends soon, accuses nobody, and says what docs/tenant.md says. */
public class FaultsUnderWayTest {
    /** Requests that are answered before. */
    private static final int SOUND = 40;

    @TempDir
    private Path folder;

    private String fault = "";

    @BeforeEach
    void named(TestInfo test) {
        fault = ToldFaults.words(test.getTestMethod().orElseThrow().getName());
    }

    @Test
    void connectionRefused() {
        assertStopsFrom(URI.create("http://127.0.0.1:1"));
    }

    @Test
    void connectionReset() throws IOException {
        try (Accepting reset = new Accepting(socket -> {
            socket.getInputStream().read();
            socket.setSoLinger(true, 0);
            socket.close();
        })) {
            assertStopsFrom(reset.url("http"));
        }
    }

    @Test
    void stalledAnswer() throws IOException {
        try (Accepting silent =
                new Accepting(socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()))) {
            assertStopsFrom(silent.url("http"));
        }
    }

    @Test
    void tlsError() throws IOException {
        try (Accepting plain = new Accepting(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        })) {
            assertStopsFrom(plain.url("https"));
        }
    }

    @Test
    void wrongAuthority() {
        try (StubServer other = StubServer.start(StubConfig.builder(List.of(ForeignTarget.SPECIFICATION))
                .scheme(StubConfig.Scheme.HTTPS)
                .build())) {
            assertStopsFrom(other.baseUrl());
            assertEquals(List.of(), other.journal());
        }
    }

    @Test
    void unknownName() {
        assertStopsFrom(URI.create("http://nowhere.invalid"));
    }

    /** The token goes to nobody else. */
    @Test
    void redirectElsewhere() throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpServer other = server("/", 200, Map.of(), heard);
        HttpServer leading = server(
                "/",
                302,
                Map.of("Location", "http://localhost:" + other.getAddress().getPort() + "/sign-in?s=1"),
                new CopyOnWriteArrayList<>());
        try {
            assertStopsFrom(
                    URI.create("http://127.0.0.1:" + leading.getAddress().getPort()));
            assertEquals(List.of(), heard);
        } finally {
            other.stop(0);
            leading.stop(0);
        }
    }

    @Test
    void lockHeld() {
        try (ForeignTarget target = new ForeignTarget(folder);
                TargetLock other = target.ledgers().lock(target.remote().baseUrl(), tenant(target))) {
            assertEquals(Optional.empty(), other.take(Instant.EPOCH));
            RunResult report = target.runner(QuickSender::new).run(target.remote());
            assertEquals(0, report.stamp().requests());
            ToldFaults.assertTold(
                    fault, report.verdict().name(), report.stopped().orElse(""));
        }
    }

    @Test
    void cleanUpRefused() {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            RunResult report = target.runner(base -> new AlteringSender(
                            base,
                            message -> isRemoval(message) ? message.with("Authorization", "none") : message,
                            (message, answer) ->
                                    isRemoval(message) ? new Response(403, answer.headers(), Body.none()) : answer))
                    .only(Set.of("ISU-001"))
                    .run(target.remote());
            List<String> told = report.stamp().cleanUp().troubles();
            ToldFaults.assertTold(fault, report.verdict().name(), told.get(0));
        }
    }

    @Test
    void interrupted() throws IOException, InterruptedException {
        try (ForeignTarget target = new ForeignTarget(folder.resolve("unused"))) {
            ToldFaults.assertTold(
                    fault,
                    "INCONCLUSIVE",
                    new KilledRuns(target, folder.resolve("ledgers"), folder.resolve("results")).interrupt(10));
        }
    }

    @Test
    void fullDisk() throws IOException, InterruptedException {
        try (ForeignTarget target = new ForeignTarget(folder.resolve("unused"))) {
            ToldFaults.assertTold(
                    fault,
                    "INCONCLUSIVE",
                    new KilledRuns(target, folder.resolve("ledgers"), folder.resolve("results")).fillDisk());
        }
    }

    private void assertStopsFrom(URI then) {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            RunResult report = target.runner(base -> new Turning(new QuickSender(base), then))
                    .sending(InFlight.upTo(1))
                    .run(target.remote());
            ToldFaults.assertStopped(fault, report);
            assertEquals(
                    1,
                    target.ledgers()
                            .left(target.remote().baseUrl(), tenant(target))
                            .size(),
                    "what was created is in the ledger");
        }
    }

    private static String tenant(ForeignTarget target) {
        return target.remote()
                .token(TokenKind.SOUND)
                .flatMap(TokenClaims::read)
                .flatMap(TokenClaims::tenant)
                .orElse("");
    }

    private static boolean isRemoval(Request message) {
        return message.method().equals("DELETE") || message.url().endsWith("BatchDelete");
    }

    private static HttpServer server(String path, int status, Map<String, String> headers, List<String> heard)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(path, exchange -> {
            heard.add(exchange.getRequestMethod());
            exchange.getRequestBody().readAllBytes();
            headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Sends to a sound server first, and then to another place. */
    private static final class Turning implements Sender {
        private final Sender sound;
        private final Sender then;
        private int sent;

        Turning(Sender sound, URI place) {
            this.sound = sound;
            then = new HttpSender(place, Duration.ofMillis(1200));
        }

        @Override
        public Exchange send(Request request) {
            return (sent++ < SOUND ? sound : then).send(request);
        }

        @Override
        public void close() {
            sound.close();
            then.close();
        }
    }

    /** What a server does with a connection. */
    private interface Manner {
        void meet(Socket socket) throws IOException;
    }

    /** A server that takes connections, and does with each what a manner says. */
    private static final class Accepting implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        Accepting(Manner manner) throws IOException {
            daemon(() -> {
                while (!server.isClosed()) {
                    try {
                        Socket socket = server.accept();
                        daemon(() -> met(manner, socket));
                    } catch (IOException e) {
                        // The test is over.
                    }
                }
            });
        }

        private static void met(Manner manner, Socket socket) {
            try (socket) {
                manner.meet(socket);
            } catch (IOException e) {
                // The client went away.
            }
        }

        private static void daemon(Runnable work) {
            Thread thread = new Thread(work, "accepting");
            thread.setDaemon(true);
            thread.start();
        }

        URI url(String scheme) {
            return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
