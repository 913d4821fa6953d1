package dev.tick.conformance.exchange;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.http.HttpRequest;
import org.apache.http.HttpRequestInterceptor;
import org.apache.http.client.protocol.RequestAcceptEncoding;
import org.apache.http.client.protocol.ResponseContentEncoding;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.conn.params.ConnRoutePNames;
import org.apache.http.conn.routing.HttpRoutePlanner;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.protocol.HTTP;
import org.apache.http.protocol.HttpCoreContext;

/**
 * Sends requests with REST Assured: no redirect is followed, no content type or charset is added. The response is taken as it
 * comes over the wire, before REST Assured reads it: it does so by the rules of the machine's language, and without a limit.
 */
@SuppressWarnings("deprecation") // REST Assured supports only the first API of Apache's client.
public final class HttpSender implements Sender {
    private static final String CONTENT_TYPE = "Content-Type";

    private static final int CONNECTIONS = 20;
    private static final int HTTPS_PORT = 443;

    private final URI baseUrl;
    private final Duration deadline;
    private final int largest;
    private final TrustedAuthorities authorities;
    private final Optional<ForwardProxy> proxy;
    private final PoolingClientConnectionManager connections;
    private final DefaultHttpClient typed;
    private final DefaultHttpClient untyped;
    private final Map<String, RestAssuredConfig> configs = new ConcurrentHashMap<>();
    private final ThreadLocal<WireCall> calls = ThreadLocal.withInitial(WireCall::new);
    private volatile boolean answered;
    private final ExecutorService watched = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "tick-exchange");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Creates a sender to a target whose certificate the JVM trusts.
     *
     * @param baseUrl of the target, without a slash at the end
     * @param deadline of one exchange, from the first byte to the last; a socket's time-out would not stop a body that trickles
     */
    public HttpSender(URI baseUrl, Duration deadline) {
        this(baseUrl, deadline, TrustedAuthorities.ofJvm());
    }

    /** Creates a sender to a target whose certificate one of these authorities signed. */
    public HttpSender(URI baseUrl, Duration deadline, TrustedAuthorities authorities) {
        this(baseUrl, deadline, authorities, Proxies.none());
    }

    /** Creates a sender whose requests go through a proxy, where one is on their way. */
    public HttpSender(URI baseUrl, Duration deadline, TrustedAuthorities authorities, Proxies proxies) {
        this(baseUrl, deadline, authorities, proxies, WireCall.LARGEST);
    }

    /** Creates a sender with a limit of its own on the bytes of a body. */
    HttpSender(URI baseUrl, Duration deadline, TrustedAuthorities authorities, int largest) {
        this(baseUrl, deadline, authorities, Proxies.none(), largest);
    }

    private HttpSender(URI baseUrl, Duration deadline, TrustedAuthorities authorities, Proxies proxies, int largest) {
        this.baseUrl = baseUrl;
        this.deadline = deadline;
        this.largest = largest;
        this.authorities = authorities;
        proxy = proxies.on(baseUrl);
        connections = connections(authorities);
        typed = client();
        untyped = client();
        // REST Assured gives every body a content type.
        HttpRequestInterceptor last = (request, context) -> request.removeHeaders(CONTENT_TYPE);
        untyped.addRequestInterceptor(last);
    }

    /** Starts REST Assured and its Groovy when it is first asked; whoever asks meanwhile waits. */
    private static final class Groovy {
        static {
            RestAssured.given();
        }

        private Groovy() {}

        static void start() {
            // The initializer above does it, once.
        }
    }

    /** Starts REST Assured and its Groovy, which takes a second, in a thread of its own; meanwhile the caller reads its contract. */
    public static void warmUp() {
        Thread thread = new Thread(Groovy::start, "tick-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Sends a request and waits for the response.
     *
     * @throws OutOfMemoryError when the response is within the limit, and the heap does not hold it; that is not the target's doing
     */
    @Override
    public Exchange send(Request sent) {
        return start(sent).get();
    }

    @Override
    public Supplier<Exchange> start(Request sent) {
        // Its time is not the target's, so it must not count towards the deadline.
        Groovy.start();
        WireCall call = new WireCall();
        Future<Response> answer = watched.submit(() -> perform(sent, call));
        long end = System.nanoTime() + deadline.toNanos();
        return () -> awaited(sent, call, answer, end);
    }

    private Exchange awaited(Request sent, WireCall call, Future<Response> answer, long end) {
        try {
            Response response = answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            answered = true;
            return new Exchange(sent, Optional.of(response), "");
        } catch (TimeoutException e) {
            answer.cancel(true);
            // A thread that reads is not interrupted, and a body that trickles keeps its connection for ever.
            call.abort();
            return Silence.within(deadline, sent);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError full) {
                throw full;
            }
            return new Exchange(sent, Optional.empty(), reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.abort();
            return new Exchange(sent, Optional.empty(), "interrupted");
        }
    }

    @Override
    public void close() {
        watched.shutdownNow();
        connections.shutdown();
    }

    private Response perform(Request sent, WireCall call) {
        calls.set(call);
        RequestSpecification request = RestAssured.given()
                .config(configs.computeIfAbsent(sent.contentType().orElse(""), this::config))
                .urlEncodingEnabled(false);
        call.chunked(sent.header(HTTP.TRANSFER_ENCODING)
                .filter(HTTP.CHUNK_CODING::equalsIgnoreCase)
                .isPresent());
        // Apache's client refuses to be given what it decides itself; it is set at the last moment, below.
        sent.without(HTTP.TRANSFER_ENCODING).headers().forEach((name, value) -> request.header(name, value));
        if (!sent.body().isAbsent()) {
            request.body(sent.body().bytes());
        }
        try {
            request.request(sent.method(), baseUrl + sent.url());
        } catch (Exception e) {
            if (call.response().isEmpty()) {
                requireWay(call);
                throw e;
            }
            // The response came, and REST Assured could not read it; the checks can, or say what is wrong with it.
        } finally {
            calls.remove();
        }
        requireWay(call);
        return call.response().orElseThrow(() -> new IllegalStateException("REST Assured sent nothing"));
    }

    /** Returns the configuration for a content type, empty for none; by default REST Assured would encode a body by its type. */
    private RestAssuredConfig config(String type) {
        EncoderConfig encoder =
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        if (!type.isEmpty()) {
            encoder = encoder.encodeContentTypeAs(type, ContentType.BINARY);
        }
        // The deadline ends the exchange, in words of ours; these only end a thread for which nobody waits any more.
        int millis = Math.toIntExact(deadline.multipliedBy(2).toMillis());
        HttpClientConfig client = HttpClientConfig.httpClientConfig()
                .httpClientFactory(() -> type.isEmpty() ? untyped : typed)
                .setParam("http.connection.timeout", millis)
                .setParam("http.socket.timeout", millis)
                .setParam("http.conn-manager.timeout", (long) millis);
        return RestAssuredConfig.newConfig()
                .redirect(RedirectConfig.redirectConfig().followRedirects(false))
                .encoderConfig(encoder)
                // Apache's client decodes, before the limit on a body's length is applied.
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders())
                .httpClient(client);
    }

    private DefaultHttpClient client() {
        DefaultHttpClient client =
                proxy.isEmpty() ? new DefaultHttpClient(connections) : new ProxiedClient(connections);
        proxy.ifPresent(one -> {
            client.getParams().setParameter(ConnRoutePNames.DEFAULT_PROXY, one.address());
            one.lend(client.getCredentialsProvider());
        });
        client.addRequestInterceptor(new RequestAcceptEncoding());
        client.addRequestInterceptor((request, context) -> calls.get().began(context));
        client.addRequestInterceptor((request, context) -> {
            if (calls.get().isChunked() && !isTunnel(request)) {
                request.removeHeaders(HTTP.CONTENT_LEN);
                request.setHeader(HTTP.TRANSFER_ENCODING, HTTP.CHUNK_CODING);
            }
        });
        client.addResponseInterceptor(new ResponseContentEncoding());
        client.addResponseInterceptor((response, context) -> {
            if (isTunnel(HttpCoreContext.adapt(context).getRequest())) {
                calls.get().tunnelled(response.getStatusLine().getStatusCode());
            } else {
                calls.get().take(response, largest);
            }
        });
        return client;
    }

    /** A client that goes by the proxy of its parameters; REST Assured would plan its routes by the JVM's properties. */
    private static final class ProxiedClient extends DefaultHttpClient {
        ProxiedClient(ClientConnectionManager connections) {
            super(connections);
        }

        @Override
        public synchronized void setRoutePlanner(HttpRoutePlanner planner) {
            // Its own stays.
        }
    }

    /** Returns whether a request is for the proxy alone: to open the way to a target with TLS. */
    private static boolean isTunnel(HttpRequest request) {
        return request.getRequestLine().getMethod().equals("CONNECT");
    }

    /** Requires that the proxy opened the way; else what it said would look as if the target had. */
    private void requireWay(WireCall call) {
        if (proxy.isPresent() && call.refusal().isPresent()) {
            throw new IllegalStateException("the proxy " + proxy.get().place() + " refused the way to the target: "
                    + call.refusal().get() + "; let it pass, or name another proxy");
        }
    }

    /** Returns the pool that both clients share, since making one reads the JDK's trust store; with room for exchanges that never end. */
    private static PoolingClientConnectionManager connections(TrustedAuthorities authorities) {
        PoolingClientConnectionManager connections = new PoolingClientConnectionManager();
        connections.setDefaultMaxPerRoute(CONNECTIONS);
        connections.setMaxTotal(CONNECTIONS);
        authorities
                .context()
                .ifPresent(context -> connections
                        .getSchemeRegistry()
                        .register(new Scheme("https", HTTPS_PORT, new SSLSocketFactory(context))));
        return connections;
    }

    /** Returns why no response came, in words that lead to the remedy. */
    private String reason(ExecutionException e) {
        String sentence = new ConnectionFailure("the target", authorities, proxy).sentence(e);
        return !answered
                        && proxy.isEmpty()
                        && !sentence.contains("; ")
                        && HttpTwo.isSpoken(baseUrl, authorities, deadline)
                ? sentence
                        + "; the target speaks HTTP/2 alone, and the kit HTTP/1.1: let it, or a proxy before it, speak both"
                : sentence;
    }
}
