package dev.tick.conformance.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests leave through the proxies that a machine names, and tokens go no further than the target. */
class ProxiesTest {
    private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer canary");

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "http://api.example, plain.example:3128",
                "https://api.example, secure.example:80",
                "http://127.0.0.1:8080, none",
                "https://localhost, none",
                "https://[::1]:8443, none",
                "https://in.direct.example, none",
                "https://direct.example, none",
                "https://indirect.example, secure.example:80",
                "https://dotted.example, none",
                "https://a.dotted.example, none",
                "https://ported.example:8443, none",
                "https://ported.example, secure.example:80",
                "https://192.0.2.7, none"
            })
    void theUsualVariablesNameThem(URI url, String proxy) {
        Proxies proxies = Proxies.of(Map.of(
                "HTTP_PROXY", "http://plain.example:3128/",
                "https_proxy", "secure.example",
                "HTTPS_PROXY", "http://ignored.example",
                "NO_PROXY", "direct.example, .dotted.example,ported.example:8443 192.0.2.7"));
        assertEquals(Optional.ofNullable(proxy), proxies.on(url).map(ForwardProxy::place));
    }

    @Test
    void aStarLetsAllGoDirectly() {
        Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", "http://a.example:1", "no_proxy", "*"));
        assertEquals(Optional.empty(), proxies.on(URI.create("https://api.example")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://user:canary@a b | HTTPS_PROXY: its value is no URL of a proxy; use, say, http://proxy.example:3128",
                "http://canary@proxy.example:99999 | HTTPS_PROXY: its value is no URL of a proxy; use, say, http://proxy.example:3128",
                "http://proxy.example/canary | HTTPS_PROXY: its value is no URL of a proxy; use, say, http://proxy.example:3128",
                "socks5://canary@proxy.example | HTTPS_PROXY: the scheme of the proxy is 'socks5', and the kit speaks to proxies by http alone; use, say, http://proxy.example:3128"
            })
    void whatIsNoProxyIsNamedWithoutItsPassword(String value, String message) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Proxies.of(Map.of("HTTPS_PROXY", value)));
        assertEquals(message, refusal.getMessage());
        ForwardProxy proxy = ForwardProxy.of("proxy", "http://us%40er:can%2Bary@proxy.example:3128");
        assertEquals(Optional.of(new ForwardProxy.Login("us@er", "can+ary")), proxy.login());
        assertFalse(proxy.toString().contains("can"), proxy.toString());
    }

    /** The machine does not know the name; the proxy does. */
    @Test
    void aTargetIsReachedThroughAProxy() throws IOException {
        try (SmallProxy proxy = SmallProxy.start();
                Recording target = new Recording(200, "")) {
            Proxies proxies = Proxies.of(Map.of("HTTP_PROXY", proxy.url().toString()));
            URI base = URI.create("http://api.example:" + target.port());
            Exchange exchange = sent(base, TrustedAuthorities.ofJvm(), proxies);
            assertEquals("", exchange.failure());
            assertEquals(List.of("GET " + base + "/a?b=c"), proxy.asked());
            assertEquals(List.of("/a?b=c Bearer canary"), target.heard());
        }
    }

    @Test
    void aTunnelLeadsToATargetWithTls(@TempDir Path folder) throws IOException {
        String login = Base64.getEncoder().encodeToString("user:pass word".getBytes(StandardCharsets.UTF_8));
        Specification specification = Specification.load("tiindicators");
        try (SmallProxy proxy = SmallProxy.asking(login);
                StubServer stub =
                        StubServer.start(StubConfig.builder(specification.contract(), specification.register())
                                .scheme(StubConfig.Scheme.HTTPS)
                                .build())) {
            TrustedAuthorities authorities = TrustedAuthorities.beside(Files.writeString(
                    folder.resolve("ca.pem"), stub.certificate().orElseThrow()));
            URI own = URI.create(proxy.url().toString().replace("//", "//user:pass%20word@"));
            Exchange exchange = sent(stub.baseUrl(), authorities, Proxies.through(own));
            assertEquals("", exchange.failure());
            assertEquals(404, exchange.response().orElseThrow().status());
            String way = "CONNECT " + stub.baseUrl().getAuthority();
            assertEquals(List.of(way, way), proxy.asked());
        }
    }

    /** What a proxy says is nothing that the target said. */
    @ParameterizedTest
    @CsvSource({"403 Forbidden, 403", "502 Bad Gateway, 502", "407 Login, 407"})
    void aProxyThatRefusesTheWayIsNamed(String status, String code) throws IOException {
        try (SmallProxy proxy = SmallProxy.refusing(status)) {
            Exchange exchange = sent(
                    URI.create("https://api.example"),
                    TrustedAuthorities.ofJvm(),
                    Proxies.of(Map.of("HTTPS_PROXY", proxy.url().toString())));
            assertTrue(
                    exchange.failure()
                            .endsWith("the proxy " + proxy.url().getAuthority() + " refused the way to the target: "
                                    + code + "; let it pass, or name another proxy"),
                    exchange.failure() + exchange.response());
        }
    }

    @Test
    void aProxyThatIsDownIsNamed() {
        Exchange exchange = sent(
                URI.create("https://api.example"),
                TrustedAuthorities.ofJvm(),
                Proxies.of(Map.of("HTTPS_PROXY", "http://127.0.0.1:1")));
        assertTrue(
                exchange.failure()
                        .endsWith("; the way goes through the proxy 127.0.0.1:1; is it up, and does it let this pass?"),
                exchange.failure());
    }

    @Test
    void aTokenFollowsNoRedirect() throws IOException {
        try (Recording other = new Recording(200, "");
                Recording target = new Recording(302, "http://127.0.0.1:" + other.port() + "/stolen")) {
            Exchange exchange =
                    sent(URI.create("http://127.0.0.1:" + target.port()), TrustedAuthorities.ofJvm(), Proxies.none());
            assertEquals(302, exchange.response().orElseThrow().status());
            assertEquals(List.of("/a?b=c Bearer canary"), target.heard());
            assertEquals(List.of(), other.heard());
        }
    }

    private static Exchange sent(URI base, TrustedAuthorities authorities, Proxies proxies) {
        try (HttpSender sender = new HttpSender(base, Duration.ofSeconds(20), authorities, proxies)) {
            return sender.send(Request.of("GET", "/a?b=c", TOKEN));
        }
    }

    /** A server that answers alike, and remembers what it heard. */
    private static final class Recording implements AutoCloseable {
        private final HttpServer server;
        private final List<String> heard = new CopyOnWriteArrayList<>();

        Recording(int status, String location) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                heard.add(exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.getResponseHeaders().add("Location", location);
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        List<String> heard() {
            return List.copyOf(heard);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
