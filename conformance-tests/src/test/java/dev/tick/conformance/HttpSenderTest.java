package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tick.conformance.exchange.HttpSender;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves on the wire: REST Assured likes to help, and a check must send exactly its defect. */
class HttpSenderTest {
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<List<String>> contentTypes = new LinkedBlockingQueue<>();
    private HttpServer server;
    private HttpSender sender;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        sender = new HttpSender(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prefix"), Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        sender.close();
        server.stop(0);
    }

    @Test
    void sendsTheContentTypeAsItIs() {
        sender.send(Request.of("POST", "/a", Map.of("Content-Type", "application/json"))
                .withText("{\"a\": \"\u00e4\"}"));
        assertEquals("POST /prefix/a {\"a\": \"\u00e4\"}", requests.remove());
        assertEquals(List.of("application/json"), contentTypes.remove());
    }

    @Test
    void sendsNoContentTypeWhereThereIsNone() {
        sender.send(Request.of("POST", "/a", Map.of()).withText("{}"));
        assertEquals("POST /prefix/a {}", requests.remove());
        assertEquals(List.of(), contentTypes.remove());
    }

    @Test
    void sendsAnEmptyBodyWithItsContentType() {
        sender.send(Request.of("POST", "/a", Map.of("Content-Type", "application/json"))
                .withText(""));
        assertEquals("POST /prefix/a ", requests.remove());
        assertEquals(List.of("application/json"), contentTypes.remove());
    }

    @Test
    void keepsTheEncodingOfAPath() {
        sender.send(Request.of("GET", "/a/https%3A%2F%2Fhost.example%2Fb%20c?$top=1", Map.of()));
        assertEquals("GET /prefix/a/https%3A%2F%2Fhost.example%2Fb%20c?$top=1 ", requests.remove());
    }

    @Test
    void keepsEscapesThatNothingNeeds() {
        sender.send(Request.of("GET", "/a/%31%41", Map.of()));
        assertEquals("GET /prefix/a/%31%41 ", requests.remove());
    }

    @Test
    void sendsABodyInChunksWithoutItsLength() {
        Exchange exchange = sender.send(Request.of("POST", "/framing", Map.of("Transfer-Encoding", "chunked"))
                .withText("{}"));
        assertEquals("POST /prefix/framing {}", requests.remove());
        assertEquals(
                "chunked, null",
                exchange.response().orElseThrow().header("X-Framing").orElse(""));
    }

    @Test
    void followsNoRedirect() {
        Exchange exchange = sender.send(Request.of("GET", "/redirect", Map.of()));
        assertEquals(302, exchange.response().orElseThrow().status());
        assertEquals(
                "/prefix/elsewhere",
                exchange.response().orElseThrow().header("location").orElse(""));
        assertEquals(1, requests.size());
    }

    @Test
    void saysWhyNothingCameBack() {
        server.stop(0);
        Exchange exchange = sender.send(Request.of("GET", "/a", Map.of()));
        assertTrue(exchange.response().isEmpty());
        assertTrue(exchange.failure().contains("refused"), exchange.failure());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        contentTypes.add(exchange.getRequestHeaders().getOrDefault("Content-Type", List.of()));
        exchange.getResponseHeaders()
                .add(
                        "X-Framing",
                        exchange.getRequestHeaders().getFirst("Transfer-Encoding") + ", "
                                + exchange.getRequestHeaders().getFirst("Content-Length"));
        boolean redirect = exchange.getRequestURI().getPath().endsWith("/redirect");
        if (redirect) {
            exchange.getResponseHeaders().add("Location", "/prefix/elsewhere");
        }
        exchange.sendResponseHeaders(redirect ? 302 : 204, -1);
        exchange.close();
    }
}
