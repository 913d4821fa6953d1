package dev.tick.conformance.exchange;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.http.HttpRequestInterceptor;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;

/** Sends requests with REST Assured: no redirect is followed, no header or charset is added. */
@SuppressWarnings("deprecation") // REST Assured supports only the first API of Apache's client.
public final class HttpSender implements Sender {
    private static final String CONTENT_TYPE = "Content-Type";

    private static final int CONNECTIONS = 20;

    private final URI baseUrl;
    private final Duration deadline;
    private final PoolingClientConnectionManager connections = connections();
    private final DefaultHttpClient typed = new DefaultHttpClient(connections);
    private final DefaultHttpClient untyped = untyped(connections);
    private final Map<String, RestAssuredConfig> configs = new ConcurrentHashMap<>();
    private final ExecutorService watched = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "tick-exchange");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Creates a sender to a target.
     *
     * @param baseUrl of the target, without a slash at the end
     * @param deadline of one exchange, from the first byte to the last; a socket's time-out would not stop a body that trickles
     */
    public HttpSender(URI baseUrl, Duration deadline) {
        this.baseUrl = baseUrl;
        this.deadline = deadline;
    }

    /** Starts REST Assured and its Groovy, which takes a second, in a thread of its own; meanwhile the caller reads its contract. */
    public static void warmUp() {
        Thread thread = new Thread(RestAssured::given, "tick-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Exchange send(Request sent) {
        Future<Response> answer = watched.submit(() -> perform(sent));
        try {
            return new Exchange(sent, Optional.of(answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS)), "");
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Exchange(sent, Optional.empty(), "no answer within " + deadline.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Exchange(sent, Optional.empty(), reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Exchange(sent, Optional.empty(), "interrupted");
        }
    }

    @Override
    public void close() {
        watched.shutdownNow();
        connections.shutdown();
    }

    private Response perform(Request sent) {
        RequestSpecification request = RestAssured.given()
                .config(configs.computeIfAbsent(sent.contentType().orElse(""), this::config))
                .urlEncodingEnabled(false);
        sent.headers().forEach((name, value) -> request.header(name, value));
        if (!sent.body().isAbsent()) {
            request.body(sent.body().bytes());
        }
        io.restassured.response.Response answer = request.request(sent.method(), baseUrl + sent.url());
        List<Headers.Field> headers = new ArrayList<>();
        for (Header header : answer.headers()) {
            headers.add(new Headers.Field(header.getName(), header.getValue()));
        }
        return new Response(
                answer.statusCode(),
                reasonPhrase(answer.statusLine()),
                new Headers(headers),
                Body.of(answer.asByteArray()));
    }

    /** Returns the reason phrase of a status line. */
    private static String reasonPhrase(String statusLine) {
        String[] parts = statusLine.split(" ", 3);
        return parts.length == 3 ? parts[2] : "";
    }

    /** Returns the configuration for a content type, empty for none; by default REST Assured would encode a body by its type. */
    private RestAssuredConfig config(String type) {
        EncoderConfig encoder =
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        if (!type.isEmpty()) {
            encoder = encoder.encodeContentTypeAs(type, ContentType.BINARY);
        }
        int millis = Math.toIntExact(deadline.toMillis());
        HttpClientConfig client = HttpClientConfig.httpClientConfig()
                .httpClientFactory(() -> type.isEmpty() ? untyped : typed)
                .setParam("http.connection.timeout", millis)
                .setParam("http.socket.timeout", millis);
        return RestAssuredConfig.newConfig()
                .redirect(RedirectConfig.redirectConfig().followRedirects(false))
                .encoderConfig(encoder)
                .httpClient(client);
    }

    /** Returns a client that sends no content type: REST Assured gives every body one, which the last interceptor removes. */
    private static DefaultHttpClient untyped(PoolingClientConnectionManager connections) {
        DefaultHttpClient client = new DefaultHttpClient(connections);
        HttpRequestInterceptor last = (request, context) -> request.removeHeaders(CONTENT_TYPE);
        client.addRequestInterceptor(last);
        return client;
    }

    /** Returns the pool that both clients share, since making one reads the JDK's trust store; with room for exchanges that never end. */
    private static PoolingClientConnectionManager connections() {
        PoolingClientConnectionManager connections = new PoolingClientConnectionManager();
        connections.setDefaultMaxPerRoute(CONNECTIONS);
        connections.setMaxTotal(CONNECTIONS);
        return connections;
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause.getMessage();
        return cause.getClass().getSimpleName() + (text == null ? "" : ": " + text);
    }
}
