package dev.tick.stub.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.limit.ByteSize;
import dev.tick.stub.limit.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {
    private static final String SUBMIT =
            "POST /api/indicators HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

    private final StubServer stub = StubServer.start(StubConfig.builder()
            .limits(new Limits(2048, 5, 4096, Duration.ofSeconds(1)))
            .build());

    @BeforeEach
    void begin() {
        stub.reset();
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    private RawConnection open() throws IOException {
        return new RawConnection(stub.baseUrl().getPort());
    }

    private String sound(String body) {
        return SUBMIT + "Authorization: Bearer " + stub.token(stub.application(), TokenVariant.SOUND)
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void assertRefused(RawConnection.Answer answer, int status, String message) {
        assertEquals(status, answer.status(), answer::toString);
        assertTrue(answer.body().contains("\"message\":\"" + message + "\""), answer::toString);
        JournalEntry last = stub.journal().get(stub.journal().size() - 1);
        assertEquals(status, last.status());
        assertEquals(answer.body(), last.response().body().text());
    }

    @Test
    void aLargeBodyIsRefusedBeforeItComes() throws IOException {
        try (RawConnection connection = open()) {
            assertRefused(
                    connection
                            .send(bytes(SUBMIT + "Content-Length: 2049\r\n\r\n"))
                            .read(),
                    413,
                    "The body is larger than 2KiB, the limit.");
        }
    }

    @Test
    void aClientThatAsksForHttp2IsServedByHttp1() throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(stub.baseUrl().resolve("/api/indicators"))
                .header("Authorization", "Bearer " + stub.token(stub.application(), TokenVariant.SOUND))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
        assertEquals(200, answer.statusCode(), answer.body());
    }

    @Test
    void aClientThatBeginsWithHttp2IsToldSo() throws IOException {
        try (RawConnection connection = open()) {
            assertRefused(
                    connection.send(bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).read(),
                    400,
                    "The request begins as HTTP/2 does; the stub speaks HTTP/1.1 alone.");
        }
    }

    /** Many clients read no answer before they have sent everything. */
    @Test
    void whoSendsALargeBodyAsAWholeReadsTheRefusal() throws IOException {
        try (RawConnection connection = open()) {
            connection.send(bytes(SUBMIT + "Content-Length: 10000000\r\n\r\n")).send(new byte[10_000_000]);
            assertRefused(connection.read(), 413, "The body is larger than 2KiB, the limit.");
        }
    }

    @Test
    void anEndlessBodyIsRefusedAndEnds() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), stub.baseUrl().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes(SUBMIT + "Transfer-Encoding: chunked\r\n\r\n"));
            byte[] chunk = bytes("400\r\n" + "x".repeat(1024) + "\r\n");
            assertThrows(IOException.class, () -> {
                for (int i = 0; i < 1_000_000; i++) {
                    out.write(chunk);
                }
            });
        }
        assertEquals(413, stub.journal().get(0).status());
        assertEquals(1, stub.journal().size());
    }

    @Test
    void whoAsksBeforeALargeBodyNeedNotSendIt() throws IOException {
        try (RawConnection connection = open()) {
            connection.send(bytes(SUBMIT + "Expect: 100-continue\r\nContent-Length: 2049\r\n\r\n"));
            assertRefused(connection.read(), 413, "The body is larger than 2KiB, the limit.");
            assertEquals(List.of(), connection.readAll());
        }
        try (RawConnection connection = open()) {
            connection.send(bytes(SUBMIT + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n"));
            assertTrue(connection.readContinue());
            assertEquals(401, connection.send(bytes("{}")).read().status());
        }
    }

    @Test
    void nestingIsTakenUpToTheLimit() throws IOException {
        try (RawConnection connection = open()) {
            assertEquals(400, connection.send(bytes(sound("[[[[[]]]]]"))).read().status());
            assertEquals("type", stub.journal().get(0).violations().get(0).keyword());
            assertEquals(
                    400, connection.send(bytes(sound("[[[[[[]]]]]]"))).read().status());
            assertEquals(
                    "body: expected one JSON value, got JSON that is nested more deeply than 5 levels",
                    stub.journal().get(1).violations().get(0).sentence());
        }
    }

    @Test
    void largeHeadersAreRefused() throws IOException {
        try (RawConnection connection = open()) {
            connection.send(bytes("GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(5000) + "\r\n\r\n"));
            assertRefused(connection.read(), 431, "The headers are larger than 4KiB, the limit.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET",
                "GET / HTTP/1.1\r\nHost: a\r\nX: ",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;"
            })
    void whoSendsOneByteNowAndThenIsRefused(String begin) throws IOException {
        try (RawConnection connection = open();
                RawConnection other = open()) {
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            connection.send(bytes(begin));
            for (int turn = 0; stub.journal().stream().noneMatch(entry -> entry.status() == 408); turn++) {
                assertTrue(System.nanoTime() < deadline, "408 within 20 seconds");
                if (turn % 10 == 0) {
                    connection.trySend(bytes("x"));
                }
                // Each turn takes a while, since this is answered.
                other.send(bytes("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n"));
                assertEquals(404, other.read().status());
            }
            RawConnection.Answer answer = connection.read();
            assertEquals(408, answer.status());
            assertTrue(answer.closes());
            assertTrue(
                    answer.body().contains("The request did not come within 1 seconds, the limit."), answer::toString);
        }
    }

    @Test
    void slowSendersTakeNoThreads() throws IOException {
        List<RawConnection> slow = new ArrayList<>();
        try (RawConnection connection = open()) {
            for (int i = 0; i < 60; i++) {
                slow.add(open().send(bytes(SUBMIT + "Content-Length: 100\r\n\r\n{")));
            }
            assertEquals(
                    404,
                    connection
                            .send(bytes("GET /x HTTP/1.1\r\nHost: a\r\n\r\n"))
                            .read()
                            .status());
            for (RawConnection one : slow) {
                assertEquals(408, one.read().status());
            }
        } finally {
            for (RawConnection one : slow) {
                one.close();
            }
        }
    }

    @Test
    void aBodyThatComesLateIsAnsweredLikeAnyOther() throws IOException {
        String whole = sound("{\"indicatorValue\":\"192.0.2.1\",\"indicatorType\":\"IpAddress\",\"action\":\"Alert\","
                + "\"title\":\"test\",\"description\":\"test\"}");
        int body = whole.indexOf("\r\n\r\n") + 4;
        try (RawConnection connection = open()) {
            for (int i = 0; i < 20; i++) {
                connection.send(bytes(whole.substring(0, body)));
                connection.send(bytes(whole.substring(body, body + 10)));
                assertEquals(
                        200,
                        connection
                                .send(bytes(whole.substring(body + 10)))
                                .read()
                                .status());
            }
        }
        assertEquals(20, stub.journal().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1023 | 1 | 1024 | PT1S | max-body: expected 1KiB to 256MiB, got 1023B",
                "1024 | 0 | 1024 | PT1S | max-nesting: expected a number from 1 to 500, got 0",
                "1024 | 1 | 1048577 | PT1S | max-header: expected 1KiB to 1MiB, got 1048577B",
                "1024 | 1 | 1024 | PT0.9S | request-timeout: expected 1s to 1h, got PT0.9S"
            })
    void aLimitOutOfRangeIsRefused(int body, int nesting, int header, Duration time, String problem) {
        assertEquals(
                problem,
                assertThrows(IllegalArgumentException.class, () -> new Limits(body, nesting, header, time))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"512B, 512", "64KiB, 65536", "1MiB, 1048576", "0B, 0"})
    void aSizeIsReadAndWritten(String text, long bytes) {
        assertEquals(bytes, ByteSize.read(text));
        assertEquals(text, ByteSize.text(bytes));
    }
}
