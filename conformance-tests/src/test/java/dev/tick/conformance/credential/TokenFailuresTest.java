package dev.tick.conformance.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.SmallProxy;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever an authority does instead of issuing a token is told in one line, with a remedy and without a secret. */
class TokenFailuresTest {
    private static final String CANARY = "canary/of+a=secret";
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Optional<HttpServer> server = Optional.empty();

    @AfterEach
    void stop() {
        over.countDown();
        server.ifPresent(one -> one.stop(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | application/json | {'error':'invalid_client','error_description':'AADSTS7000222: The secret is expired.\\r\\nTrace ID: 1'}"
                        + " | answered 400 invalid_client (AADSTS7000222: The secret is expired. Trace ID: 1); the secret has"
                        + " expired; make a new one in the application's registration",
                "400 | application/json | {'error':'invalid_client'} | answered 400 invalid_client; is the client id right, and its"
                        + " secret or certificate the current one?",
                "400 | application/json | {'error':'other','error_description':'x'} | answered 400 other (x); are authority, tenant,"
                        + " client id and audience right?",
                "400 | text/plain | no | answered 400 without a reason (text/plain); are authority, tenant, client id and audience"
                        + " right?",
                "503 | text/html | <html> | answered 503 without a reason (text/html); it is down, or what stands before it; try"
                        + " again later",
                "200 | text/html | <html>sign in</html> | answered 200 and no JSON object (text/html); is the authority's URL"
                        + " right, or does a proxy or a sign-in page answer in its place?",
                "200 | application/json | [] | answered 200 and no JSON object (application/json); is the authority's URL right, or"
                        + " does a proxy or a sign-in page answer in its place?",
                "200 | application/json | {'token_type':'Bearer'} | answered 200 without a usable access_token; is the authority's"
                        + " URL that of a token endpoint?",
                "204 | text/plain | '' | answered 204, where 200 is expected; is the authority's URL right?"
            })
    void anAnswerWithoutATokenIsNamed(int status, String type, String body, String message) throws IOException {
        assertEquals(message, failure(status, Map.of("Content-Type", type), body));
    }

    @Test
    void tooManyRequestsAreNamedWithTheWait() throws IOException {
        assertEquals(
                "answered 429 without a reason; it has too many requests; try again after 17 s",
                failure(429, Map.of("Retry-After", "17"), ""));
        assertEquals(
                "answered 429 without a reason; it has too many requests; try again later", failure(429, Map.of(), ""));
    }

    /** The secret goes to nobody else. */
    @Test
    void aRedirectIsNotFollowed() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> stolen = new CopyOnWriteArrayList<>();
        other.createContext("/", exchange -> {
            stolen.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        try {
            String place = "http://127.0.0.1:" + other.getAddress().getPort() + "/token";
            for (int status : List.of(301, 302, 307, 308)) {
                assertEquals(
                        "answered " + status + " with Location " + place
                                + "; no redirect is followed with a secret: name the authority that answers by itself",
                        failure(status, Map.of("Location", place + "?secret"), ""));
                stop();
            }
            assertEquals(List.of(), stolen);
            assertEquals(4, heard.size());
        } finally {
            other.stop(0);
        }
    }

    /** The form v1 writes numbers as texts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            nullValues = "none",
            value = {
                "'3599' | 2026-11-24T10:59:59Z",
                "3599 | 2026-11-24T10:59:59Z",
                "'soon' | none",
                "-1 | none",
                "0 | none",
                "null | none"
            })
    void theLifeOfATokenIsReadInBothForms(String life, Instant expiry) throws IOException {
        URI base = answering(200, Map.of(), "{\"access_token\":\"t\",\"expires_in\":" + life.replace('\'', '"') + "}");
        assertEquals(
                new IssuedToken("t", Optional.ofNullable(expiry)),
                client(Proxies.none(), Duration.ofSeconds(20)).issue(secret(), authority(base)));
    }

    /** It says so in words of ours, and not in those of a socket whose time ends together with the deadline. */
    @Test
    void aSilentAuthorityIsNotWaitedFor() throws IOException {
        HttpServer silent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server = Optional.of(silent);
        silent.createContext("/", exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        silent.start();
        URI base = URI.create("http://127.0.0.1:" + silent.getAddress().getPort());
        assertEquals(
                authority(base).tokenEndpoint()
                        + " gave no answer: SocketTimeoutException: no whole answer within 0.4 s; is"
                        + " it up, and its URL right?",
                message(base, Proxies.none(), Duration.ofMillis(400)));
    }

    @Test
    void aSlowAuthorityIsNotWaitedFor() throws IOException {
        HttpServer slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server = Optional.of(slow);
        slow.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (!over.await(20, TimeUnit.MILLISECONDS)) {
                    out.write(' ');
                    out.flush();
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        slow.start();
        URI base = URI.create("http://127.0.0.1:" + slow.getAddress().getPort());
        assertEquals(
                authority(base).tokenEndpoint()
                        + " gave no answer: SocketTimeoutException: no whole answer within 0.4 s; is"
                        + " it up, and its URL right?",
                message(base, Proxies.none(), Duration.ofMillis(400)));
    }

    @Test
    void anAuthorityThatIsDownOrUnknownIsNamed() {
        String down = message(URI.create("http://127.0.0.1:1"), Proxies.none(), Duration.ofSeconds(20));
        assertTrue(down.endsWith("Connection refused; is it up, and its URL right?"), down);
        String unknown = message(URI.create("https://nowhere.invalid"), Proxies.none(), Duration.ofSeconds(20));
        assertTrue(
                unknown.endsWith(
                        "; the name is unknown on this machine; correct the URL, or name the proxy that knows it by"
                                + " HTTPS_PROXY or HTTP_PROXY"),
                unknown);
    }

    @Test
    void anAuthorityWithAnUntrustedCertificateGetsNothing() {
        Specification edition = Specification.load("tiindicators");
        try (StubServer stub = StubServer.start(StubConfig.builder(edition.contract(), edition.register())
                .scheme(StubConfig.Scheme.HTTPS)
                .build())) {
            String message = message(stub.baseUrl(), Proxies.none(), Duration.ofSeconds(20));
            assertTrue(message.endsWith("; name the authority's PEM file by the setting 'ca'"), message);
            assertEquals(List.of(), stub.tokenCalls());
        }
    }

    @Test
    void aProxyThatRefusesTheWayIsNamed() throws IOException {
        try (SmallProxy proxy = SmallProxy.refusing("403 Forbidden")) {
            String message = message(
                    URI.create("https://login.example"),
                    Proxies.of(Map.of("HTTPS_PROXY", proxy.url().toString())),
                    Duration.ofSeconds(20));
            assertTrue(message.contains("the proxy " + proxy.url().getAuthority() + " refused the way: 403"), message);
            assertEquals(List.of("CONNECT login.example:443"), proxy.asked());
        }
    }

    @Test
    void aProxyLeadsToTheAuthority() throws IOException {
        URI base = answering(200, Map.of(), "{\"access_token\":\"t\"}");
        try (SmallProxy proxy = SmallProxy.start()) {
            assertEquals(
                    new IssuedToken("t", Optional.empty()),
                    client(Proxies.through(proxy.url()), Duration.ofSeconds(20)).issue(secret(), authority(base)));
            assertEquals(List.of("POST " + authority(base).tokenEndpoint()), proxy.asked());
        }
    }

    /** An authority may repeat what it got, in whatever form. */
    @Test
    void noMessageRepeatsASecret() throws IOException {
        List<String> forms = List.of(
                CANARY,
                URLEncoder.encode(CANARY, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().encodeToString(("id:" + CANARY).getBytes(StandardCharsets.UTF_8)));
        String said = String.join(" ", forms);
        for (String body :
                List.of("{'error':'invalid_client','error_description':'" + said + "'}", "{'error':'" + said + "'}")) {
            String message = failure(400, Map.of("Content-Type", said), body);
            assertFalse(forms.stream().anyMatch(message::contains), message);
            assertTrue(message.contains("[hidden]"), message);
            stop();
        }
        String message = failure(302, Map.of("Location", "https://other.example/" + CANARY), "");
        assertFalse(message.contains(CANARY), message);
    }

    private String failure(int status, Map<String, String> headers, String body) throws IOException {
        URI base = answering(status, headers, body.replace('\'', '"'));
        String message = message(base, Proxies.none(), Duration.ofSeconds(20));
        String begin = authority(base).tokenEndpoint() + " ";
        assertTrue(message.startsWith(begin), message);
        return message.substring(begin.length());
    }

    private static String message(URI base, Proxies proxies, Duration deadline) {
        return String.valueOf(assertThrows(
                        UnissuedTokenException.class,
                        () -> client(proxies, deadline).issue(secret(), authority(base)))
                .getMessage());
    }

    private URI answering(int status, Map<String, String> headers, String body) throws IOException {
        HttpServer answering = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server = Optional.of(answering);
        answering.createContext("/", exchange -> {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 || status == 204 ? -1 : bytes.length);
            if (status != 204) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        answering.start();
        return URI.create("http://127.0.0.1:" + answering.getAddress().getPort());
    }

    private static TokenClient client(Proxies proxies, Duration deadline) {
        return new TokenClient(proxies, TrustedAuthorities.ofJvm(), deadline, CLOCK);
    }

    private static Credential secret() {
        return new Credential.ClientSecret("0f1e2d3c-0000-4000-8000-000000000001", CANARY);
    }

    private static Authority authority(URI base) {
        return new Authority(base, "tenant.example", TokenVersion.V2, "https://api.example");
    }
}
