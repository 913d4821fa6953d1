package dev.tick.conformance.proxy;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpRequest;
import org.apache.http.HttpRequestFactory;
import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseInterceptor;
import org.apache.http.RequestLine;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.config.SocketConfig;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.DefaultBHttpServerConnectionFactory;
import org.apache.http.impl.bootstrap.HttpServer;
import org.apache.http.impl.bootstrap.ServerBootstrap;
import org.apache.http.impl.io.DefaultHttpRequestParserFactory;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.protocol.HTTP;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpCoreContext;
import org.apache.http.protocol.HttpProcessorBuilder;

/** A server on 127.0.0.1 alone, which hands each call on as it came: its URL unread, its header fields in their order, its body's bytes. */
public final class LocalServer implements AutoCloseable {
    /** Most bytes of a body, either way; it lies in memory as a whole. */
    static final int LARGEST = 64 * 1024 * 1024;

    private static final String ADDRESS = "127.0.0.1";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String LENGTH = "Content-Length";
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_HEADERS = 500;

    /** A connection on which nothing comes for so long is closed. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    /** Time for an answer that is ready to be written, when the server ends. */
    private static final Duration LAST_WORD = Duration.ofMillis(300);

    /** Answers without content (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). */
    private static final Set<Integer> EMPTY = Set.of(204, 205, 304);

    private static final Response ENDED = ProxyAnswer.ENDED.saying("the proxy has ended; the call was not forwarded");

    private final HttpServer server;
    private final CompletableFuture<Function<Request, Response>> handler = new CompletableFuture<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    /** Has a party for each call under way, and one for the server. */
    private final Phaser calls = new Phaser(1);

    private volatile boolean stopped;

    /** Makes a request of every method, each of which may have a body. */
    private static final class AnyRequest implements HttpRequestFactory {
        @Override
        public HttpRequest newHttpRequest(RequestLine line) {
            return new BasicHttpEntityEnclosingRequest(line);
        }

        @Override
        public HttpRequest newHttpRequest(String method, String uri) {
            return new BasicHttpEntityEnclosingRequest(method, uri);
        }
    }

    private LocalServer(int port) throws IOException {
        ConnectionConfig limits = ConnectionConfig.custom()
                .setCharset(StandardCharsets.UTF_8)
                .setMessageConstraints(MessageConstraints.custom()
                        .setMaxLineLength(LONGEST_LINE)
                        .setMaxHeaderCount(MOST_HEADERS)
                        .build())
                .build();
        server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getByAddress(ADDRESS, LOOPBACK))
                .setListenerPort(port)
                .setSocketConfig(SocketConfig.custom()
                        .setSoReuseAddress(true)
                        .setTcpNoDelay(true)
                        .setSoTimeout(Math.toIntExact(IDLE.toMillis()))
                        .build())
                .setConnectionFactory(new DefaultBHttpServerConnectionFactory(
                        limits, new DefaultHttpRequestParserFactory(null, new AnyRequest()), null))
                // What the service did not say is not said, but for the end of a connection.
                .setHttpProcessor(HttpProcessorBuilder.create()
                        .add((HttpResponseInterceptor) LocalServer::confirmEnd)
                        .build())
                .registerHandler("*", (arrived, answer, context) -> {
                    calls.register();
                    try {
                        write(arrived, stopped ? ENDED : answered(arrived), answer);
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                        throw e;
                    } finally {
                        calls.arriveAndDeregister();
                    }
                })
                .create();
    }

    /**
     * Starts a server, whose calls wait until it is told how to answer them.
     *
     * @param port 0 for a free one
     * @throws IOException when the port is taken
     */
    public static LocalServer listen(int port) throws IOException {
        LocalServer local = new LocalServer(port);
        local.server.start();
        return local;
    }

    /** Begins to answer; the handler is called by many threads. */
    public void serve(Function<Request, Response> answers) {
        handler.complete(answers);
    }

    /**
     * Requires that no call met a bug of ours.
     *
     * @throws RuntimeException the first that the handler threw
     */
    public void requireSound() {
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    /** Returns the URL at which clients reach it, without a slash at its end. */
    public URI baseUrl() {
        return URI.create("http://" + ADDRESS + ":" + server.getLocalPort());
    }

    private static void confirmEnd(HttpResponse answer, HttpContext context) {
        HttpRequest request = HttpCoreContext.adapt(context).getRequest();
        boolean isLast = ForwardedHeaders.parts(headers(request.getHeaders(HTTP.CONN_DIRECTIVE)), HTTP.CONN_DIRECTIVE)
                .anyMatch(HTTP.CONN_CLOSE::equalsIgnoreCase);
        if (isLast) {
            answer.setHeader(HTTP.CONN_DIRECTIVE, HTTP.CONN_CLOSE);
        }
    }

    private Response answered(HttpRequest arrived) throws IOException {
        String url = arrived.getRequestLine().getUri();
        if (url.equals("*")) {
            return ProxyAnswer.NO_CALL.saying("'" + arrived.getRequestLine().getMethod()
                    + " *' names no call of the service, and is not forwarded");
        }
        if (!url.startsWith("/")) {
            return ProxyAnswer.NO_FORWARD_PROXY.saying(
                    "'" + arrived.getRequestLine().getMethod() + " " + url
                            + "' is for a forward proxy, and this stands in place of the service: give the client "
                            + baseUrl() + " as the base URL, and not as HTTP_PROXY");
        }
        Optional<byte[]> body = body(arrived);
        return body.isEmpty()
                ? ProxyAnswer.TOO_LONG.saying("the body has more than " + LARGEST + " bytes, and was not forwarded")
                : handler.join()
                        .apply(new Request(
                                baseUrl().toString(),
                                arrived.getRequestLine().getMethod(),
                                url,
                                headers(arrived.getAllHeaders()),
                                body.get().length == 0 ? Body.none() : Body.of(body.get())));
    }

    private static Optional<byte[]> body(HttpRequest arrived) throws IOException {
        HttpEntity entity = arrived instanceof HttpEntityEnclosingRequest enclosing ? enclosing.getEntity() : null;
        if (entity == null) {
            return Optional.of(new byte[0]);
        }
        byte[] body = entity.getContent().readNBytes(LARGEST + 1);
        return Optional.of(body).filter(one -> one.length <= LARGEST);
    }

    static Headers headers(Header... all) {
        List<Headers.Field> fields = new ArrayList<>();
        for (Header header : all) {
            fields.add(new Headers.Field(header.getName(), header.getValue() == null ? "" : header.getValue()));
        }
        return new Headers(fields);
    }

    private static void write(HttpRequest arrived, Response response, HttpResponse answer) {
        answer.setStatusCode(response.status());
        answer.setReasonPhrase(response.reason());
        response.headers().forEach(answer::addHeader);
        if (arrived.getRequestLine().getMethod().equals("HEAD") || EMPTY.contains(response.status())) {
            return;
        }
        byte[] body = response.body().bytes();
        answer.setHeader(LENGTH, Integer.toString(body.length));
        answer.setEntity(new ByteArrayEntity(body));
    }

    /**
     * Takes no more calls, and waits for those under way. What comes on a connection that is still open is told that this is the end.
     *
     * @param longest after which those that are left are cut off
     * @return how many were cut off
     */
    public int stop(Duration longest) {
        stopped = true;
        server.stop();
        try {
            calls.awaitAdvanceInterruptibly(calls.arriveAndDeregister(), longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // A service that takes this long is not waited for; its client loses the answer.
            int left = calls.getUnarrivedParties();
            server.shutdown(0, TimeUnit.MILLISECONDS);
            return left;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.shutdown(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS);
        return 0;
    }

    @Override
    public void close() {
        server.shutdown(0, TimeUnit.MILLISECONDS);
    }
}
