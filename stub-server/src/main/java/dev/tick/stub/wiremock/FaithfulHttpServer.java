package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.common.HttpsSettings;
import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.stub.pipeline.Tenant;
import java.io.EOFException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.zip.ZipException;
import wiremock.jakarta.servlet.DispatcherType;
import wiremock.jakarta.servlet.FilterChain;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;
import wiremock.org.eclipse.jetty.servlet.FilterHolder;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;

/**
 * WireMock's web server, with two differences. It has no memory of headers: by default, a header that differs from an earlier one of
 * the connection in case alone is read as that earlier one. And what it cannot read gets 400 in the service's envelope: by default,
 * a page of HTML, with 500 where it is WireMock that fails.
 */
public final class FaithfulHttpServer extends Jetty11HttpServer {
    private static final int BAD_REQUEST = 400;

    /** WireMock makes its handlers in a constructor, so both are used in requests only. */
    private final Tenant tenant;

    private final Clock clock;

    private FaithfulHttpServer(
            Options options, AdminRequestHandler admin, StubRequestHandler stubs, Tenant tenant, Clock clock) {
        super(options, admin, stubs);
        this.tenant = tenant;
        this.clock = clock;
    }

    @Override
    protected ServerConnector createHttpConnector(
            String address, int port, JettySettings settings, NetworkTrafficListener listener) {
        return faithful(super.createHttpConnector(address, port, settings, listener));
    }

    @Override
    protected ServerConnector createHttpsConnector(
            String address, HttpsSettings https, JettySettings settings, NetworkTrafficListener listener) {
        return faithful(super.createHttpsConnector(address, https, settings, listener));
    }

    private static ServerConnector faithful(ServerConnector connector) {
        connector.getConnectionFactories().stream()
                .filter(HttpConnectionFactory.class::isInstance)
                .map(HttpConnectionFactory.class::cast)
                .forEach(factory -> factory.getHttpConfiguration().setHeaderCacheCaseSensitive(true));
        return connector;
    }

    @Override
    protected void applyAdditionalServerConfiguration(Server server, Options options) {
        super.applyAdditionalServerConfiguration(server, options);
        server.setErrorHandler(new ErrorHandler() {
            /** Jetty has no request to hand out here, so the journal gets none. */
            @Override
            public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
                Response refusal =
                        tenant.otherRequests().illegible(status, "The request cannot be read: " + reason + ".");
                refusal.headers().forEach(fields::put);
                fields.put("Date", MessageTranslation.date(clock.instant()));
                return ByteBuffer.wrap(refusal.body().bytes());
            }
        });
    }

    @Override
    protected void decorateMockServiceContextBeforeConfig(ServletContextHandler context) {
        super.decorateMockServiceContextBeforeConfig(context);
        FilterHolder filter = new FilterHolder((request, response, chain) ->
                answer((HttpServletRequest) request, (HttpServletResponse) response, chain));
        filter.setAsyncSupported(true);
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> flaw = flawOfQuery(request);
        if (flaw.isPresent()) {
            refuse(request, response, flaw.get());
            return;
        }
        try {
            MarkedResponse marked = new MarkedResponse(response);
            chain.doFilter(request, marked);
            marked.deliver(request);
        } catch (RuntimeException e) {
            if (!(e.getCause() instanceof ZipException) && !(e.getCause() instanceof EOFException)) {
                throw e;
            }
            refuse(
                    request,
                    response,
                    "The body is not of the Content-Encoding that the request names, "
                            + request.getHeader("Content-Encoding") + ".");
        }
    }

    private static Optional<String> flawOfQuery(HttpServletRequest request) {
        try {
            if (request.getQueryString() != null) {
                URLDecoder.decode(request.getQueryString(), StandardCharsets.UTF_8);
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("The query has a percent sign that is not followed by two hexadecimal digits.");
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String reason) throws IOException {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        Headers headers = new Headers(Collections.list(request.getHeaderNames()).stream()
                .flatMap(name -> Collections.list(request.getHeaders(name)).stream()
                        .map(value -> new Headers.Field(name, value)))
                .toList());
        Response refusal = tenant.otherRequests()
                .unreadable(
                        new Request("", request.getMethod(), request.getRequestURI() + query, headers, Body.none()),
                        reason);
        response.reset();
        response.setStatus(BAD_REQUEST);
        refusal.headers().forEach(response::setHeader);
        response.setHeader("Date", MessageTranslation.date(clock.instant()));
        response.getOutputStream().write(refusal.body().bytes());
    }

    /** Has WireMock start this server. */
    public static final class Factory implements HttpServerFactory {
        private final Tenant tenant;
        private final Clock clock;

        /**
         * Makes servers of a tenant.
         *
         * @param tenant answers what cannot be read
         * @param clock tells when an answer is sent
         */
        public Factory(Tenant tenant, Clock clock) {
            this.tenant = tenant;
            this.clock = clock;
        }

        @Override
        public HttpServer buildHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
            return new FaithfulHttpServer(options, admin, stubs, tenant, clock);
        }

        @Override
        public String getName() {
            return "tick-faithful-http-server";
        }
    }
}
