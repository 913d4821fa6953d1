package dev.tick.conformance.proxy;

import dev.tick.conformance.exchange.ConnectionFailure;
import dev.tick.conformance.exchange.ForwardProxy;
import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpVersion;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.protocol.HttpProcessorBuilder;
import org.apache.http.protocol.RequestContent;
import org.apache.http.protocol.RequestTargetHost;
import org.apache.http.ssl.SSLContexts;

/**
 * The real service behind the proxy. A call reaches it with the header fields that the client gave it, and nothing is done about the
 * answer: no redirect is followed, no call repeated, no coding undone, no cookie kept. Safe for use by many threads.
 */
public final class Upstream implements AutoCloseable {
    /** A client of a service beside which it runs may keep many connections. */
    private static final int CONNECTIONS = 200;

    private static final Duration CONNECT = Duration.ofSeconds(30);

    /** Silence of a service after which nobody waits for it any more. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    /** The methods that are sent with their length although they have no body (RFC 9110, section 8.6). */
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private static final int PSEUDONYMS = 100_000_000;

    private final URI baseUrl;
    private final HttpHost host;
    /** A pseudonym that no other proxy has. */
    private final String via = String.format(Locale.ROOT, "1.1 tick-%08d", new SecureRandom().nextInt(PSEUDONYMS));

    private final CloseableHttpClient client;
    private final ConnectionFailure failure;

    /**
     * Prepares the way; connects to nobody.
     *
     * @param baseUrl without a slash at its end
     * @param authorities that its certificate may come from
     * @param proxies one of which may be on the way
     */
    @SuppressWarnings(
            "deprecation") // The pool's own look at a connection leaves out those that were used a moment ago.
    public Upstream(URI baseUrl, TrustedAuthorities authorities, Proxies proxies) {
        this.baseUrl = baseUrl;
        host = new HttpHost(
                baseUrl.getHost(), baseUrl.getPort(), baseUrl.getScheme().toLowerCase(Locale.ROOT));
        Optional<ForwardProxy> proxy = proxies.on(baseUrl);
        failure = new ConnectionFailure("the service", authorities, proxy);
        BasicCredentialsProvider logins = new BasicCredentialsProvider();
        proxy.ifPresent(one -> one.lend(logins));
        client = HttpClients.custom()
                .setConnectionManager(connections(authorities))
                .setProxy(proxy.map(ForwardProxy::address).orElse(null))
                .setHttpProcessor(HttpProcessorBuilder.create()
                        .add(new RequestContent())
                        .add(new RequestTargetHost())
                        .build())
                .setDefaultCredentialsProvider(logins)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(Math.toIntExact(CONNECT.toMillis()))
                        .setSocketTimeout(Math.toIntExact(SILENCE.toMillis()))
                        .setNormalizeUri(false)
                        // A call that met a connection that the service has ended could not be repeated.
                        .setStaleConnectionCheckEnabled(true)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .build();
    }

    /** Returns the pool of connections. */
    private static PoolingHttpClientConnectionManager connections(TrustedAuthorities authorities) {
        SSLContext context = authorities.context().orElseGet(SSLContexts::createDefault);
        PoolingHttpClientConnectionManager connections =
                new PoolingHttpClientConnectionManager(RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("http", PlainConnectionSocketFactory.getSocketFactory())
                        .register("https", new SSLConnectionSocketFactory(context))
                        .build());
        connections.setMaxTotal(CONNECTIONS);
        connections.setDefaultMaxPerRoute(CONNECTIONS);
        return connections;
    }

    /** Returns whether a request was forwarded from here before, whatever name of this machine it then came back by. */
    public boolean hasForwarded(Request request) {
        return ForwardedHeaders.parts(request.headers(), ForwardedHeaders.VIA).anyMatch(via::equals);
    }

    /** Returns what its requests say in the header {@code Via}. */
    String via() {
        return via;
    }

    /** Forwards a request, and returns its answer; one that did not come whole is none, and the exchange says why. */
    public Exchange send(Request request) {
        HttpClientContext context = HttpClientContext.create();
        try (CloseableHttpResponse arrived = client.execute(host, outgoing(request), context)) {
            // What answers a CONNECT is a proxy, and not the service.
            if (context.getRequest().getRequestLine().getMethod().equals("CONNECT")) {
                return new Exchange(
                        request,
                        Optional.empty(),
                        "the proxy on the way to the service refused it: "
                                + arrived.getStatusLine().getStatusCode() + "; let it pass, or name another proxy");
            }
            return new Exchange(request, Optional.of(response(request, arrived)), "");
        } catch (IOException e) {
            return new Exchange(request, Optional.empty(), failure.sentence(e));
        }
    }

    private HttpRequest outgoing(Request request) {
        String url = baseUrl.getRawPath() + request.url();
        HttpRequest outgoing;
        if (request.body().isAbsent() && !WITH_BODY.contains(request.method())) {
            outgoing = new BasicHttpRequest(request.method(), url, HttpVersion.HTTP_1_1);
        } else {
            BasicHttpEntityEnclosingRequest enclosing =
                    new BasicHttpEntityEnclosingRequest(request.method(), url, HttpVersion.HTTP_1_1);
            enclosing.setEntity(new ByteArrayEntity(request.body().bytes()));
            outgoing = enclosing;
        }
        ForwardedHeaders.of(request, via).forEach(outgoing::addHeader);
        return outgoing;
    }

    private static Response response(Request request, CloseableHttpResponse arrived) throws IOException {
        byte[] body = arrived.getEntity() == null
                ? new byte[0]
                : arrived.getEntity().getContent().readNBytes(LocalServer.LARGEST + 1);
        if (body.length > LocalServer.LARGEST) {
            throw new IOException("the answer has more than " + LocalServer.LARGEST + " bytes");
        }
        String reason = arrived.getStatusLine().getReasonPhrase();
        Response response = new Response(
                arrived.getStatusLine().getStatusCode(),
                reason == null ? "" : reason,
                ForwardedHeaders.endToEnd(LocalServer.headers(arrived.getAllHeaders())),
                body.length == 0 ? Body.none() : Body.of(body));
        // The length of what a GET would get is all that a HEAD may be for.
        return request.method().equals("HEAD") && arrived.containsHeader("Content-Length")
                ? response.with(
                        "Content-Length",
                        arrived.getFirstHeader("Content-Length").getValue())
                : response;
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            // Nothing is under way any more, and nobody waits for it.
            return;
        }
    }
}
