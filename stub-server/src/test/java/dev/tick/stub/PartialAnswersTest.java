package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.authority.TokenVariant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of answers that do not come whole, on raw connections. */
class PartialAnswersTest {
    private static final Map<StubConfig.Scheme, StubServer> STUBS = Arrays.stream(StubConfig.Scheme.values())
            .collect(Collectors.toMap(
                    scheme -> scheme,
                    scheme -> StubServer.start(
                            StubConfig.builder("tiindicators").scheme(scheme).build())));

    private StubServer stub = Objects.requireNonNull(STUBS.get(StubConfig.Scheme.HTTP));

    @AfterAll
    static void stop() {
        STUBS.values().forEach(StubServer::close);
    }

    @BeforeEach
    void begin() {
        stub.reset();
    }

    private void over(StubConfig.Scheme scheme) {
        stub = Objects.requireNonNull(STUBS.get(scheme));
        stub.reset();
    }

    private Socket connected() throws Exception {
        InetAddress host = InetAddress.getLoopbackAddress();
        int port = stub.baseUrl().getPort();
        return stub.certificate().isEmpty()
                ? new Socket(host, port)
                : trusting(stub.certificate().get()).getSocketFactory().createSocket(host, port);
    }

    private static SSLContext trusting(String pem) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "stub",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new java.io.ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private void submit(Socket socket) throws IOException {
        submit(socket, "");
    }

    private void submit(Socket socket, String headers) throws IOException {
        String request = "POST " + Caller.PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + headers
                + "Authorization: Bearer " + stub.token(stub.application(), TokenVariant.SOUND) + "\r\nContent-Length: "
                + Caller.SUBMISSION.length() + "\r\n\r\n" + Caller.SUBMISSION;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /**
     * An answer as it came.
     *
     * @param end how it ended: {@code end} or the name of an exception
     */
    private record Received(String text, String end) {
        String head() {
            return text.substring(0, text.indexOf("\r\n\r\n") + 4);
        }

        String chunks() {
            return text.substring(head().length());
        }

        /** The data of the first chunk. */
        String data() {
            int size = Integer.parseInt(chunks().substring(0, chunks().indexOf("\r\n")), 16);
            return chunks().substring(chunks().indexOf("\r\n") + 2).substring(0, size);
        }
    }

    private static Received received(Socket socket) {
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        try {
            socket.setSoTimeout(20_000);
            InputStream in = socket.getInputStream();
            for (int one = in.read(); one >= 0; one = in.read()) {
                got.write(one);
            }
            return new Received(got.toString(StandardCharsets.UTF_8), "end");
        } catch (IOException e) {
            return new Received(
                    got.toString(StandardCharsets.UTF_8), e.getClass().getSimpleName());
        }
    }

    private Received answer(String scenario) throws Exception {
        stub.play(scenario);
        try (Socket socket = connected()) {
            submit(socket);
            return received(socket);
        }
    }

    /** The whole body of the same answer. */
    private String whole() throws Exception {
        try (Socket socket = connected()) {
            submit(socket);
            socket.setSoTimeout(20_000);
            ByteArrayOutputStream got = new ByteArrayOutputStream();
            for (int one = 0; one >= 0 && !got.toString(StandardCharsets.UTF_8).endsWith("\r\n0\r\n\r\n"); ) {
                one = socket.getInputStream().read();
                got.write(one);
            }
            return new Received(got.toString(StandardCharsets.UTF_8), "end").data();
        }
    }

    private static void assertHead(Received answer) {
        assertTrue(answer.text().startsWith("HTTP/1.1 201 Created\r\n"), answer.text());
        assertTrue(answer.head().contains("\r\nTransfer-Encoding: chunked\r\n"), answer.head());
        assertTrue(answer.head().contains("\r\nDate: "), answer.head());
        assertTrue(!answer.head().contains("Tick"), answer.head());
    }

    @ParameterizedTest
    @EnumSource(StubConfig.Scheme.class)
    void closesAfterHalfOfTheBody(StubConfig.Scheme scheme) throws Exception {
        over(scheme);
        Received answer = answer("half-close x1");
        assertHead(answer);
        String whole = whole();
        assertEquals(whole.substring(0, whole.length() / 2), answer.data());
        // The web server ends a chunk when the next one begins.
        assertEquals(
                Integer.toHexString(whole.length() / 2).toUpperCase(Locale.ROOT) + "\r\n" + answer.data(),
                answer.chunks());
        assertEquals("end", answer.end());
        assertEquals(201, stub.journal().get(0).status());
    }

    @Test
    void resetsAfterHalfOfTheBody() throws Exception {
        Received answer = answer("half-reset x1");
        assertEquals(SocketException.class.getSimpleName(), answer.end());
        over(StubConfig.Scheme.HTTPS);
        Received encrypted = answer("half-reset x1");
        assertTrue(
                !encrypted.end().equals("end") && !encrypted.end().equals("SocketTimeoutException"), encrypted.end());
    }

    @ParameterizedTest
    @EnumSource(StubConfig.Scheme.class)
    void hangsAfterHalfOfTheBodyAndClosesThen(StubConfig.Scheme scheme) throws Exception {
        over(scheme);
        stub.play("half-hang 1s x1");
        try (Socket socket = connected()) {
            submit(socket);
            long before = System.nanoTime();
            Received answer = received(socket);
            assertHead(answer);
            assertEquals("end", answer.end());
            assertTrue(System.nanoTime() - before >= 900_000_000, "closed at once");
            String whole = whole();
            assertEquals(whole.substring(0, whole.length() / 2), answer.data());
        }
    }

    @Test
    void servesOthersWhileManyHang() throws Exception {
        stub.play("half-hang 10m x30");
        Socket[] hanging = new Socket[30];
        for (int i = 0; i < hanging.length; i++) {
            hanging[i] = connected();
            submit(hanging[i]);
            assertEquals('H', hanging[i].getInputStream().read());
        }
        assertEquals(200, new Caller(stub).submit(Caller.SUBMISSION).statusCode() / 100 * 100);
        hanging[0].setSoTimeout(200);
        assertThrows(
                SocketTimeoutException.class, () -> hanging[0].getInputStream().readAllBytes());
        for (Socket socket : hanging) {
            socket.close();
        }
    }

    @ParameterizedTest
    @EnumSource(StubConfig.Scheme.class)
    void leavesOutTheLastChunkAlone(StubConfig.Scheme scheme) throws Exception {
        over(scheme);
        Received answer = answer("last-chunk-cut x1");
        assertHead(answer);
        assertEquals(whole(), answer.data());
        assertTrue(!answer.text().endsWith("0\r\n\r\n"), answer.text());
        assertEquals("end", answer.end());
    }

    @Test
    void sendsAnAnswerWithoutABodyWhole() throws Exception {
        stub.play("half-close x2");
        assertEquals(405, new Caller(stub).send("PUT", Caller.PATH, "").statusCode());
    }

    @Test
    void alsoCutsTheAnswerOfTheTokenEndpoint() throws Exception {
        stub.play("half-close x1 on token");
        HttpRequest request = HttpRequest.newBuilder(stub.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        assertThrows(IOException.class, () -> client.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    /** Where the connection ends anyway, only its chunks show that a body is not whole. */
    @ParameterizedTest
    @ValueSource(strings = {"half-close x1", "last-chunk-cut x1"})
    void sendsChunksToAClientThatAsksForTheEndOfTheConnection(String scenario) throws Exception {
        stub.play(scenario);
        try (Socket socket = connected()) {
            submit(socket, "Connection: close\r\n");
            Received answer = received(socket);
            assertHead(answer);
            assertTrue(!answer.chunks().endsWith("0\r\n\r\n"), answer.chunks());
        }
    }
}
