package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.authority.TokenVariant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsTest {
    private final StubServer stub = StubServer.start(
            StubConfig.builder("tiindicators").scheme(StubConfig.Scheme.HTTPS).build());

    @AfterAll
    void stop() {
        stub.close();
    }

    @Test
    void servesAClientThatTrustsJustItsCertificate() throws Exception {
        assertEquals("https", stub.baseUrl().getScheme());
        assertEquals(201, submit(stub.baseUrl()).statusCode());
        assertEquals(
                201,
                submit(URI.create("https://localhost:" + stub.baseUrl().getPort()))
                        .statusCode());
    }

    @Test
    void readsHeadersAsTheyAreSent() throws Exception {
        HttpClient client = trusting();
        HttpRequest upper = request("/api/tiindicators", "User-Agent", "AGENT");
        HttpRequest lower = request("/api/tiindicators", "User-Agent", "agent");
        client.send(upper, HttpResponse.BodyHandlers.ofString());
        client.send(lower, HttpResponse.BodyHandlers.ofString());
        assertEquals(
                "agent",
                stub.journal()
                        .get(stub.journal().size() - 1)
                        .request()
                        .header("user-agent")
                        .orElse(""));
    }

    @Test
    void namesItselfInItsDiscoveryDocument() throws Exception {
        HttpResponse<String> answer = trusting()
                .send(
                        HttpRequest.newBuilder(stub.tokenEndpoint().resolve("/any/.well-known/openid-configuration"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertTrue(
                Caller.json(answer)
                        .path("token_endpoint")
                        .asString()
                        .startsWith(stub.baseUrl().toString()),
                answer.body());
    }

    @Test
    void losesAConnectionWhereTheMoodSaysSo() throws Exception {
        stub.play("drop x1");
        assertThrows(IOException.class, () -> submit(stub.baseUrl()));
        assertEquals(201, submit(stub.baseUrl()).statusCode());
    }

    @Test
    void isNotTrustedOtherwise() {
        HttpRequest request = HttpRequest.newBuilder(stub.baseUrl().resolve("/api/tiindicators"))
                .build();
        assertThrows(
                SSLHandshakeException.class,
                () -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()));
    }

    @Test
    void makesACertificateOfThirtyDaysByTheClock() throws Exception {
        TestClock clock = new TestClock("2030-01-01T00:00:00Z");
        try (StubServer other = StubServer.start(StubConfig.builder("tiindicators")
                .scheme(StubConfig.Scheme.HTTPS)
                .clock(clock)
                .build())) {
            X509Certificate certificate = read(other.certificate().orElseThrow());
            assertEquals(
                    Instant.parse("2030-01-31T00:00:00Z"),
                    certificate.getNotAfter().toInstant());
            assertEquals(
                    clock.instant().minus(Duration.ofHours(1)),
                    certificate.getNotBefore().toInstant());
        }
    }

    @Test
    void hasNoCertificateOverHttp() {
        try (StubServer plain = StubServer.start()) {
            assertEquals(Optional.empty(), plain.certificate());
        }
    }

    private HttpResponse<String> submit(URI base) throws Exception {
        return trusting()
                .send(
                        HttpRequest.newBuilder(base.resolve(Caller.PATH))
                                .header("Authorization", "Bearer " + stub.token(stub.application(), TokenVariant.SOUND))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(Caller.SUBMISSION))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String header, String value) {
        return HttpRequest.newBuilder(stub.baseUrl().resolve(path))
                .header(header, value)
                .build();
    }

    private HttpClient trusting() throws Exception {
        return trusting(stub.certificate().orElseThrow());
    }

    /** A client that trusts just this certificate. */
    static HttpClient trusting(String pem) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("stub", read(pem));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static X509Certificate read(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }
}
