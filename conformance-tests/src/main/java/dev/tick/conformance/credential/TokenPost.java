package dev.tick.conformance.credential;

import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import dev.tick.conformance.exchange.ForwardProxy;
import dev.tick.conformance.exchange.TrustedAuthorities;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.protocol.HttpContext;
import org.apache.http.ssl.SSLContexts;

/**
 * Posts a token request, once, on a connection of its own: no redirect is followed, no cookie is kept, TLS is verified.
 *
 * @param proxy on the way; empty for none
 * @param authorities that the certificate may come from
 * @param deadline of the exchange, from the first byte to the last
 */
record TokenPost(Optional<ForwardProxy> proxy, TrustedAuthorities authorities, Duration deadline)
        implements HTTPRequestSender {
    /** A token has a few thousand bytes; what is far beyond is none. */
    private static final int LARGEST = 1024 * 1024;

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpPost post = new HttpPost(request.getURI());
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> post.addHeader(name, value)));
        post.setEntity(new ByteArrayEntity(request.getBody().getBytes(StandardCharsets.UTF_8)));
        CompletableFuture<HTTPResponse> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(post, answer), "tick-token");
        thread.setDaemon(true);
        thread.start();
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            post.abort();
            throw new SocketTimeoutException("no whole answer within " + deadline.toMillis() / 1000.0 + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            post.abort();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private void complete(HttpPost post, CompletableFuture<HTTPResponse> answer) {
        try {
            answer.complete(exchanged(post));
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private HTTPResponse exchanged(HttpPost post) throws IOException {
        AtomicBoolean secured =
                new AtomicBoolean(!"https".equalsIgnoreCase(post.getURI().getScheme()));
        BasicCredentialsProvider logins = new BasicCredentialsProvider();
        proxy.ifPresent(one -> one.lend(logins));
        // The deadline ends the exchange, in words of ours; these only end a thread for which nobody waits any more.
        int millis = Math.toIntExact(deadline.multipliedBy(2).toMillis());
        try (CloseableHttpClient client = HttpClients.custom()
                        .setSSLSocketFactory(sockets(secured))
                        .setDefaultCredentialsProvider(logins)
                        .setProxy(proxy.map(ForwardProxy::address).orElse(null))
                        .setDefaultRequestConfig(RequestConfig.custom()
                                .setConnectTimeout(millis)
                                .setSocketTimeout(millis)
                                .build())
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .build();
                CloseableHttpResponse response = client.execute(post)) {
            if (!secured.get()) {
                throw new IOException(
                        "the proxy " + proxy.map(ForwardProxy::place).orElse("") + " refused the way: "
                                + response.getStatusLine().getStatusCode() + "; let it pass, or name another proxy");
            }
            return read(response);
        }
    }

    /** Returns what secures connections, and tells when it does: until then, whatever answers is a proxy. */
    private SSLConnectionSocketFactory sockets(AtomicBoolean secured) {
        SSLContext context = authorities.context().orElseGet(SSLContexts::createDefault);
        return new SSLConnectionSocketFactory(context) {
            @Override
            public Socket createLayeredSocket(Socket socket, String target, int port, HttpContext exchange)
                    throws IOException {
                Socket layered = super.createLayeredSocket(socket, target, port, exchange);
                secured.set(true);
                return layered;
            }
        };
    }

    private static HTTPResponse read(CloseableHttpResponse response) throws IOException {
        HTTPResponse copy = new HTTPResponse(response.getStatusLine().getStatusCode());
        for (Header header : response.getAllHeaders()) {
            try {
                copy.setHeader(header.getName(), header.getValue());
            } catch (IllegalArgumentException e) {
                throw new IOException("the header " + header.getName() + " cannot be read", e);
            }
        }
        if (response.getEntity() != null) {
            byte[] body = response.getEntity().getContent().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new IOException("the answer has more than " + LARGEST + " bytes, which no token has");
            }
            copy.setBody(new String(body, StandardCharsets.UTF_8));
        }
        return copy;
    }
}
