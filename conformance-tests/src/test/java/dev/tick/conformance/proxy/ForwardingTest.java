package dev.tick.conformance.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.SmallProxy;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes on their way through the proxy and back. */
class ForwardingTest {
    private static final byte[] NOTHING = {};
    private static final Duration LONG = Duration.ofSeconds(60);

    /** Forwards to a base URL, and hands back what came; a missing answer is a 502. */
    private static LocalServer forwarding(Upstream upstream) throws IOException {
        LocalServer server = LocalServer.listen(0);
        server.serve(request -> {
            Exchange exchange = upstream.send(request);
            return exchange.response().orElseGet(() -> ProxyAnswer.NO_ANSWER.saying(exchange.failure()));
        });
        return server;
    }

    private static Upstream upstream(URI service) {
        return new Upstream(service, TrustedAuthorities.ofJvm(), Proxies.none());
    }

    /** Sends bytes, and returns those of the answer, each as a character, until the connection ends. */
    private static String raw(LocalServer server, String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.baseUrl().getPort())) {
            socket.setSoTimeout(Math.toIntExact(LONG.toMillis()));
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static List<String> head(String message) {
        return List.of(message.substring(0, message.indexOf("\r\n\r\n")).split("\r\n"));
    }

    @Test
    void headersOfOneHopAreDroppedAndAllOthersGoThroughInTheirOrder() throws IOException {
        byte[] answer = WireServer.answer(
                "207 Well Done\nServer: theirs\nDate: then\nX-One: 1\nx-one: 2\nConnection: close, X-Hop\nX-Hop: y\nKeep-Alive: timeout=5"
                        + "\nProxy-Authenticate: Basic",
                "body".getBytes(StandardCharsets.UTF_8));
        try (WireServer service = WireServer.start(request -> answer);
                Upstream upstream = upstream(URI.create(service.url() + "/prefix"));
                LocalServer proxy = forwarding(upstream)) {
            String answered = raw(proxy, """
                    DELETE /a%2Fb/../c|d?x="y"&z=%zz HTTP/1.1
                    Host: proxy.example
                    Authorization: Bearer secret-token
                    X-Two: b
                    x-two: a
                    TE: trailers
                    Upgrade: h2c
                    Expect: 100-continue
                    Proxy-Authorization: Basic eDp5
                    Accept-Encoding: br, gzip;q=0.5, zstd
                    Connection: close, X-Mine
                    X-Mine: hop
                    Content-Length: 4

                    {"\u00ff}""");
            assertEquals(
                    List.of(
                            "DELETE /prefix/a%2Fb/../c|d?x=\"y\"&z=%zz HTTP/1.1",
                            "Authorization: Bearer secret-token",
                            "X-Two: b",
                            "x-two: a",
                            "Accept-Encoding: gzip;q=0.5",
                            "Via: " + upstream.via(),
                            "Content-Length: 4",
                            "Host: 127.0.0.1:" + service.url().getPort()),
                    head(service.requests().get(0)));
            assertTrue(service.requests().get(0).endsWith("\r\n\r\n{\"\u00ff}"), service.requests()::toString);
            String last = answered.substring(answered.lastIndexOf("HTTP/1.1 "));
            assertEquals(
                    List.of(
                            "HTTP/1.1 207 Well Done",
                            "Server: theirs",
                            "Date: then",
                            "X-One: 1",
                            "x-one: 2",
                            "Content-Length: 4",
                            "Connection: Close"),
                    head(last));
            assertTrue(last.endsWith("\r\n\r\nbody"), last);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, false",
        "HEAD, false",
        "DELETE, false",
        "POST, true",
        "PUT, true",
        "PATCH, true",
        "BREW, false",
        "patch, false"
    })
    void aRequestWithoutABodyStaysOne(String method, boolean hasLength) throws IOException {
        try (WireServer service = WireServer.start(request -> WireServer.answer("200 OK", NOTHING));
                Upstream upstream = upstream(service.url());
                LocalServer proxy = forwarding(upstream)) {
            String answered = raw(proxy, method + " / HTTP/1.1\nHost: x\nConnection: close\n\n");
            assertTrue(answered.startsWith("HTTP/1.1 200 OK\r\n"), answered);
            List<String> sent = head(service.requests().get(0));
            assertEquals(hasLength, sent.contains("Content-Length: 0"), sent::toString);
            assertTrue(sent.get(0).startsWith(method + " "), sent::toString);
        }
    }

    @Test
    void aBodyInChunksGoesOnWhole() throws IOException {
        try (WireServer service = WireServer.start(request -> WireServer.answer("204 No Content", NOTHING));
                Upstream upstream = upstream(service.url());
                LocalServer proxy = forwarding(upstream)) {
            String answered = raw(
                    proxy,
                    "POST / HTTP/1.1\nHost: x\nConnection: close\nTransfer-Encoding: chunked\n\n3\nabc\n2\nde\n0\n\n");
            assertEquals(List.of("HTTP/1.1 204 No Content", "Connection: Close"), head(answered));
            assertTrue(service.requests().get(0).endsWith("\r\n\r\nabcde"), service.requests()::toString);
        }
    }

    @Test
    void theLengthThatAHeadAsksForIsKept() throws IOException {
        byte[] head = "HTTP/1.1 200 OK\r\nContent-Length: 1234\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        try (WireServer service = WireServer.start(request -> head);
                Upstream upstream = upstream(service.url());
                LocalServer proxy = forwarding(upstream)) {
            String answered = raw(proxy, "HEAD / HTTP/1.1\nHost: x\nConnection: close\n\n");
            assertEquals(List.of("HTTP/1.1 200 OK", "Content-Length: 1234", "Connection: Close"), head(answered));
        }
    }

    @Test
    void aCodedBodyComesBackByteForByteAndCanBeRead() throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
            gzip.write("{\"value\":[]}".getBytes(StandardCharsets.UTF_8));
        }
        try (WireServer service = WireServer.start(
                        request -> WireServer.answer("200 OK\nContent-Encoding: gzip", coded.toByteArray()));
                Upstream upstream = upstream(service.url())) {
            Response response = upstream.send(Request.of("GET", "/", Map.of("Accept-Encoding", "gzip")))
                    .response()
                    .orElseThrow();
            assertArrayEquals(coded.toByteArray(), response.body().bytes());
            assertEquals(
                    "{\"value\":[]}",
                    ContentCodings.undone(response.headers(), response.body())
                            .orElseThrow()
                            .text());
            assertEquals(
                    Optional.empty(),
                    ContentCodings.undone(Headers.of(Map.of("Content-Encoding", "br")), response.body()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", "no HTTP at all\r\n\r\n"})
    void anAnswerThatDoesNotComeWholeIsNone(String bytes) throws IOException {
        try (WireServer service = WireServer.start(request -> bytes.getBytes(StandardCharsets.US_ASCII));
                Upstream upstream = upstream(service.url());
                LocalServer proxy = forwarding(upstream)) {
            String answered = raw(proxy, "POST / HTTP/1.1\nHost: x\nConnection: close\nContent-Length: 2\n\n{}");
            assertTrue(answered.startsWith("HTTP/1.1 502 "), answered);
            assertTrue(answered.contains("{\"error\":{\"code\":\"TickProxyNoAnswer\",\"message\":\""), answered);
            assertEquals(1, service.requests().size(), "a call is not repeated");
        }
    }

    @Test
    void aServiceThatIsNotThereIsToldByItsFailure() throws IOException {
        WireServer gone = WireServer.start(request -> NOTHING);
        gone.close();
        try (Upstream upstream = upstream(gone.url())) {
            Exchange exchange = upstream.send(Request.of("GET", "/", Map.of()));
            assertEquals(Optional.empty(), exchange.response());
            assertTrue(exchange.failure().contains("Connection refused"), exchange::failure);
        }
    }

    @Test
    void aConnectionThatTheServiceHasEndedIsNotUsedAgain() throws Exception {
        try (WireServer service = WireServer.start(request -> WireServer.json(200, "{}"));
                Upstream upstream = upstream(service.url())) {
            for (int i = 0; i < 3; i++) {
                Exchange exchange = upstream.send(Request.of("POST", "/", Map.of()));
                assertEquals("", exchange.failure());
                assertTrue(service.endsOne(LONG));
            }
        }
    }

    @Test
    void noRedirectIsFollowedAndNoCookieKept() throws IOException {
        try (WireServer service = WireServer.start(request -> WireServer.answer(
                        "302 Found\nConnection: close\nLocation: /elsewhere\nSet-Cookie: a=b", NOTHING));
                Upstream upstream = upstream(service.url())) {
            for (int i = 0; i < 2; i++) {
                Response response = upstream.send(Request.of("GET", "/", Map.of()))
                        .response()
                        .orElseThrow();
                assertEquals(302, response.status());
                assertEquals(Optional.of("/elsewhere"), response.header("Location"));
            }
            assertEquals(2, service.requests().size());
            assertFalse(service.requests().get(1).toLowerCase(Locale.ROOT).contains("cookie"));
        }
    }

    @Test
    void aForwardProxyOnTheWayIsUsedAndItsRefusalIsNoAnswerOfTheService() throws IOException {
        try (WireServer service = WireServer.start(request -> WireServer.json(200, "{}"));
                SmallProxy open = SmallProxy.start();
                Upstream through =
                        new Upstream(service.url(), TrustedAuthorities.ofJvm(), Proxies.through(open.url()))) {
            assertEquals(
                    200,
                    through.send(Request.of("GET", "/a", Map.of()))
                            .response()
                            .orElseThrow()
                            .status());
            assertEquals(List.of("GET " + service.url() + "/a"), open.asked());
        }
        try (SmallProxy closed = SmallProxy.refusing("403 Forbidden");
                Upstream barred = new Upstream(
                        URI.create("https://service.example"),
                        TrustedAuthorities.ofJvm(),
                        Proxies.through(closed.url()))) {
            Exchange exchange = barred.send(Request.of("GET", "/a", Map.of()));
            assertEquals(Optional.empty(), exchange.response());
            assertEquals(
                    "the proxy on the way to the service refused it: 403; let it pass, or name another proxy",
                    exchange.failure());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT service.example:443", "GET http://service.example/a"})
    void whoTakesItForAForwardProxyIsToldOtherwise(String line) throws IOException {
        try (LocalServer server = LocalServer.listen(0)) {
            server.serve(request -> {
                throw new IllegalStateException("not to be forwarded");
            });
            String answered = raw(server, line + " HTTP/1.1\nHost: x\nConnection: close\n\n");
            assertTrue(answered.startsWith("HTTP/1.1 400 "), answered);
            assertTrue(answered.contains("as the base URL, and not as HTTP_PROXY"), answered);
        }
    }

    @Test
    void whatIsAboutTheServerAsAWholeIsNoCall() throws IOException {
        try (LocalServer server = LocalServer.listen(0)) {
            server.serve(request -> {
                throw new IllegalStateException("not to be forwarded");
            });
            String answered = raw(server, "OPTIONS * HTTP/1.1\nHost: x\nConnection: close\n\n");
            assertTrue(answered.startsWith("HTTP/1.1 400 "), answered);
            assertTrue(
                    answered.contains("\"'OPTIONS *' names no call of the service, and is not forwarded\""), answered);
        }
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() throws IOException {
        try (LocalServer server = LocalServer.listen(0)) {
            server.serve(request -> {
                throw new IllegalStateException("not to be forwarded");
            });
            String body = "x".repeat(LocalServer.LARGEST + 1);
            String answered = raw(
                    server,
                    "POST / HTTP/1.1\nHost: x\nConnection: close\nContent-Length: " + body.length() + "\n\n" + body);
            assertTrue(answered.startsWith("HTTP/1.1 413 "), answered);
            assertTrue(answered.contains("TickProxyBodyTooLong"), answered);
        }
    }

    @Test
    void callsUnderWayAreWaitedForAndNoMoreAreTaken() throws Exception {
        CountDownLatch there = new CountDownLatch(1);
        CompletableFuture<Response> late = new CompletableFuture<>();
        try (LocalServer server = LocalServer.listen(0)) {
            server.serve(request -> {
                there.countDown();
                return late.join();
            });
            CompletableFuture<String> call = CompletableFuture.supplyAsync(() -> {
                try {
                    return raw(server, "GET / HTTP/1.1\nHost: x\nConnection: close\n\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertTrue(there.await(LONG.toSeconds(), TimeUnit.SECONDS));
            CompletableFuture<Integer> stopping = CompletableFuture.supplyAsync(() -> server.stop(LONG));
            // Longer than an answer that is ready has to be written.
            assertThrows(TimeoutException.class, () -> stopping.get(1, TimeUnit.SECONDS));
            late.complete(new Response(200, Headers.none(), Body.of("late")));
            assertTrue(call.get(LONG.toSeconds(), TimeUnit.SECONDS).endsWith("late"));
            assertEquals(0, stopping.get(LONG.toSeconds(), TimeUnit.SECONDS));
            assertFalse(isOpen(server));
        }
    }

    @Test
    void aCallOnAConnectionThatWasIdleIsNotForwardedAfterTheEnd() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch ending = new CountDownLatch(1);
        CompletableFuture<Response> late = new CompletableFuture<>();
        List<String> forwarded = Collections.synchronizedList(new ArrayList<>());
        try (LocalServer server = LocalServer.listen(0);
                Socket idle = new Socket(
                        InetAddress.getLoopbackAddress(), server.baseUrl().getPort())) {
            server.serve(request -> {
                forwarded.add(request.url());
                if (request.url().equals("/fast")) {
                    return new Response(204, Headers.none(), Body.none());
                }
                slow.countDown();
                try {
                    // The end of the server interrupts whoever waits for something.
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    ending.countDown();
                }
                return late.join();
            });
            idle.setSoTimeout(Math.toIntExact(LONG.toMillis()));
            byte[] fast = "GET /fast HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            idle.getOutputStream().write(fast);
            String first = "HTTP/1.1 204 No Content\r\n\r\n";
            assertEquals(
                    first, new String(idle.getInputStream().readNBytes(first.length()), StandardCharsets.US_ASCII));
            CompletableFuture<String> call = CompletableFuture.supplyAsync(() -> {
                try {
                    return raw(server, "GET /slow HTTP/1.1\nHost: x\nConnection: close\n\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertTrue(slow.await(LONG.toSeconds(), TimeUnit.SECONDS));
            CompletableFuture<Integer> stopping = CompletableFuture.supplyAsync(() -> server.stop(LONG));
            assertTrue(ending.await(LONG.toSeconds(), TimeUnit.SECONDS));
            idle.getOutputStream().write(fast);
            String answered = new String(idle.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answered.startsWith("HTTP/1.1 503 "), answered);
            assertTrue(answered.contains("\"the proxy has ended; the call was not forwarded\""), answered);
            assertEquals(List.of("/fast", "/slow"), forwarded);
            late.complete(new Response(200, Headers.none(), Body.of("late")));
            assertTrue(call.get(LONG.toSeconds(), TimeUnit.SECONDS).endsWith("late"));
            assertEquals(0, stopping.get(LONG.toSeconds(), TimeUnit.SECONDS));
        }
    }

    @Test
    void callsThatAreCutOffAtTheEndAreCounted() throws Exception {
        CountDownLatch there = new CountDownLatch(2);
        CompletableFuture<Response> never = new CompletableFuture<>();
        try (LocalServer server = LocalServer.listen(0)) {
            server.serve(request -> {
                there.countDown();
                return never.join();
            });
            List<CompletableFuture<String>> calls = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                calls.add(CompletableFuture.supplyAsync(() -> {
                    try {
                        return raw(server, "GET / HTTP/1.1\nHost: x\n\n");
                    } catch (IOException e) {
                        return "";
                    }
                }));
            }
            assertTrue(there.await(LONG.toSeconds(), TimeUnit.SECONDS));
            assertEquals(2, server.stop(Duration.ofMillis(1)));
            for (CompletableFuture<String> call : calls) {
                assertEquals("", call.get(LONG.toSeconds(), TimeUnit.SECONDS));
            }
            never.complete(new Response(204, Headers.none(), Body.none()));
        }
    }

    private static boolean isOpen(LocalServer server) {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.baseUrl().getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aBugIsNotSwallowed() throws IOException {
        try (LocalServer server = LocalServer.listen(0)) {
            server.serve(request -> {
                throw new IllegalStateException("a bug");
            });
            server.requireSound();
            assertThrows(IOException.class, () -> raw(server, "GET / HTTP/1.1\nHost: x\nConnection: close\n\n"));
            assertEquals(
                    "a bug",
                    assertThrows(IllegalStateException.class, server::requireSound)
                            .getMessage());
        }
    }

    @Test
    void manyCallsGoSideBySide() throws Exception {
        CountDownLatch all = new CountDownLatch(30);
        try (LocalServer server = LocalServer.listen(0)) {
            server.serve(request -> {
                all.countDown();
                try {
                    assertTrue(all.await(LONG.toSeconds(), TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return new Response(204, Headers.none(), Body.none());
            });
            List<Thread> clients = new ArrayList<>();
            List<String> answers = Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 30; i++) {
                clients.add(new Thread(() -> {
                    try {
                        answers.add(raw(server, "GET / HTTP/1.1\nHost: x\nConnection: close\n\n"));
                    } catch (IOException e) {
                        answers.add(e.toString());
                    }
                }));
            }
            clients.forEach(Thread::start);
            for (Thread client : clients) {
                client.join(LONG.toMillis());
            }
            assertEquals(
                    30,
                    answers.stream()
                            .filter(one -> one.startsWith("HTTP/1.1 204"))
                            .count(),
                    answers::toString);
        }
    }
}
