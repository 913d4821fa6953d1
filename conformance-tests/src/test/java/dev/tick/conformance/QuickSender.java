package dev.tick.conformance;

import dev.tick.conformance.exchange.Sender;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Sends with the JDK's client: a fifth of REST Assured's time, for tests that are about the checks and not about the wire. */
public final class QuickSender implements Sender {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI baseUrl;

    /** Sends to this target. */
    public QuickSender(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    public Exchange send(Request message) {
        byte[] body = message.body().bytes();
        // A body of unknown length goes in chunks; the client sets the header itself.
        boolean chunked = message.header("Transfer-Encoding").isPresent();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + message.url()))
                .method(
                        message.method(),
                        chunked
                                ? HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        message.without("Transfer-Encoding").headers().forEach(request::header);
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Exchange(
                    message,
                    Optional.of(
                            new Response(answer.statusCode(), answer.headers().map(), answer.body())),
                    "");
        } catch (IOException e) {
            return new Exchange(message, Optional.empty(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Exchange(message, Optional.empty(), "interrupted");
        }
    }

    @Override
    public void close() {
        // The JDK's client of Java 17 cannot be closed; it ends when it is collected.
    }
}
