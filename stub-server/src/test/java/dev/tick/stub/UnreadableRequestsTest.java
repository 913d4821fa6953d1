package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers to requests that the web server cannot read; the JDK's client would not send them. */
class UnreadableRequestsTest {
    @AutoClose
    private final StubServer stub = StubServer.start(
            StubConfig.builder().clock(new TestClock("2026-01-01T00:00:00Z")).build());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/tiindicators?a=%zz | X: y | The query has a percent sign that is not followed by two hexadecimal digits.",
                "GET /nothing?%a | X: y | The query has a percent sign that is not followed by two hexadecimal digits.",
                "POST /api/indicators | Content-Encoding: gzip | The body is not of the Content-Encoding that the request names, gzip."
            })
    void getsTheEnvelopeAndIsRecorded(String line, String header, String message) throws IOException {
        String answer = send(line + " HTTP/1.1", header);
        assertEquals("HTTP/1.1 400 Bad Request", answer.lines().findFirst().orElse(""));
        assertTrue(answer.contains("\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\n"), answer);
        assertTrue(answer.contains("\r\nContent-Type: application/json;"), answer);
        assertTrue(
                answer.contains("{\"error\":{\"code\":\"InvalidRequestBody\",\"message\":\"" + message + "\""), answer);
        assertEquals(1, stub.journal().size());
        assertEquals(line.substring(line.indexOf('/')), stub.journal().get(0).url());
        assertEquals(400, stub.journal().get(0).status());
    }

    @Test
    void evenWhatIsNoRequestGetsTheEnvelope() throws IOException {
        for (String line : new String[] {"GET /api/tiindicators/%zz HTTP/1.1", "GET / HTTP/1.1 1"}) {
            String answer = send(line, "X: y");
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\n"), answer);
            assertTrue(answer.contains("{\"error\":{\"code\":\""), answer);
        }
        String large = send("GET / HTTP/1.1", "X: " + "y".repeat(100_000));
        assertTrue(large.startsWith("HTTP/1.1 431 "), large);
        assertTrue(large.contains("{\"error\":{\"code\":\""), large);
    }

    private String send(String line, String header) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), stub.baseUrl().getPort())) {
            String request = line + "\r\nHost: localhost\r\n" + header
                    + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
