package dev.tick.conformance.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Responses that never end, are too long, come by another protocol, or from an authority of one's own. */
class HttpSenderLimitsTest {
    private static final int LARGEST = 1000;

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/long", exchange -> answer(exchange, new byte[LARGEST + 1]));
        server.createContext("/whole", exchange -> answer(exchange, new byte[LARGEST]));
        server.createContext("/packed", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(packed)) {
                out.write(new byte[100 * LARGEST]);
            }
            assertTrue(packed.size() < LARGEST);
            answer(exchange, packed.toByteArray());
        });
        server.createContext("/drips", this::drip);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aBodyOfTheLimitIsRead() {
        try (HttpSender sender = sender(Duration.ofSeconds(5))) {
            assertEquals(
                    LARGEST,
                    get(sender, "/whole").response().orElseThrow().body().bytes().length);
        }
    }

    @Test
    void aLongerOneIsNoResponse() {
        try (HttpSender sender = sender(Duration.ofSeconds(5))) {
            String expected =
                    "ResponseTooLongException: the body of the response has more than 1000 bytes, which is all"
                            + " that the kit reads";
            assertEquals(expected, get(sender, "/long").failure());
            assertEquals(expected, get(sender, "/packed").failure());
        }
    }

    /** More of them than there are connections. */
    @Test
    void aBodyThatDripsForEverKeepsNoConnection() {
        try (HttpSender sender = sender(Duration.ofMillis(100))) {
            for (int i = 0; i < 25; i++) {
                assertEquals("no answer within 0 s", get(sender, "/drips").failure());
            }
        }
        try (HttpSender sender = sender(Duration.ofMillis(300))) {
            for (int i = 0; i < 22; i++) {
                get(sender, "/drips");
            }
            assertTrue(get(sender, "/whole").response().isPresent());
        }
    }

    /** It sends what HTTP/2 servers send to a client of HTTP/1.1, and to one of its own. */
    @Test
    void aServerOfHttp2AloneIsNamed() throws IOException {
        byte[] settings = {0, 0, 0, 4, 0, 0, 0, 0, 0};
        byte[] away = {0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
        try (ServerSocket http2 = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                while (!http2.isClosed()) {
                    try (Socket socket = http2.accept()) {
                        boolean own = new String(socket.getInputStream().readNBytes(3), StandardCharsets.US_ASCII)
                                .equals("PRI");
                        socket.getOutputStream().write(own ? settings : away);
                        socket.getOutputStream().flush();
                        socket.shutdownOutput();
                        socket.getInputStream().readAllBytes();
                    } catch (IOException e) {
                        // The client went away.
                    }
                }
            });
            URI base = URI.create("http://127.0.0.1:" + http2.getLocalPort());
            try (HttpSender sender = new HttpSender(base, Duration.ofSeconds(5))) {
                String failure = get(sender, "/").failure();
                assertTrue(
                        failure.endsWith(
                                "; the target speaks HTTP/2 alone, and the kit HTTP/1.1: let it, or a proxy before"
                                        + " it, speak both"),
                        failure);
            }
        }
    }

    @Test
    void anAuthorityOfOnesOwnIsNamedOrTrusted(@TempDir Path folder) throws IOException {
        Specification specification = Specification.load("tiindicators");
        try (StubServer stub = StubServer.start(StubConfig.builder(specification.contract(), specification.register())
                .scheme(StubConfig.Scheme.HTTPS)
                .build())) {
            try (HttpSender sender = new HttpSender(stub.baseUrl(), Duration.ofSeconds(5))) {
                String failure = get(sender, "/").failure();
                assertTrue(
                        failure.contains(
                                "is not among those of the JVM's trust store (its lib/security/cacerts, unless"
                                        + " -Djavax.net.ssl.trustStore names another); name the authority's PEM file by the setting 'ca'"),
                        failure);
            }
            Path pem = Files.writeString(
                    folder.resolve("ca.pem"), stub.certificate().orElseThrow());
            try (HttpSender sender =
                    new HttpSender(stub.baseUrl(), Duration.ofSeconds(5), TrustedAuthorities.read(pem))) {
                Exchange exchange = get(sender, "/");
                assertEquals("", exchange.failure());
            }
        }
    }

    private HttpSender sender(Duration deadline) {
        return new HttpSender(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                deadline,
                TrustedAuthorities.ofJvm(),
                LARGEST);
    }

    private static Exchange get(HttpSender sender, String path) {
        return sender.send(Request.of("GET", path, Map.of()));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** A byte comes sooner than a socket's time-out, and the next, as long as the test lasts. */
    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (!over.await(20, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
            }
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
