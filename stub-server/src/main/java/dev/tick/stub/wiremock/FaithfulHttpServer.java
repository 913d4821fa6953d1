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
import dev.tick.stub.limit.Limits;
import dev.tick.stub.pipeline.Tenant;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;
import wiremock.org.eclipse.jetty.servlet.FilterMapping;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;
import wiremock.org.eclipse.jetty.servlet.ServletMapping;

/**
 * WireMock's web server, with two differences. It has no memory of headers: by default, a header that differs from an earlier one of
 * the connection in case alone is read as that earlier one. And a {@link Gate} stands before it: by default, what WireMock and Jetty
 * cannot read gets a page of HTML, with 500 where it is they that fail.
 */
public final class FaithfulHttpServer extends Jetty11HttpServer {
    /** WireMock makes its handlers in a constructor, so this is used in requests only. */
    private final Refuser refuser;

    private FaithfulHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs, Refuser refuser) {
        super(options, admin, stubs);
        this.refuser = refuser;
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

    private ServerConnector faithful(ServerConnector connector) {
        connector.setConnectionFactories(connector.getConnectionFactories().stream()
                .map(factory -> {
                    if (!(factory instanceof HttpConnectionFactory http)) {
                        return factory;
                    }
                    http.getHttpConfiguration().setHeaderCacheCaseSensitive(true);
                    // Else a body of which no byte comes is refused by nobody.
                    http.getHttpConfiguration().setDelayDispatchUntilContent(false);
                    return new GatedConnections(http, () -> refuser);
                })
                .toList());
        connector.addBean(new SlowSenders(connector));
        return connector;
    }

    @Override
    protected Handler createHandler(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        Gate gate = new Gate(() -> refuser);
        gate.setHandler(super.createHandler(options, admin, stubs));
        return gate;
    }

    /** WireMock's own files and pages answer in HTML, and no journal has them. */
    @Override
    protected void decorateMockServiceContextAfterConfig(ServletContextHandler context) {
        super.decorateMockServiceContextAfterConfig(context);
        serveAtTheRootOnly(context);
    }

    @Override
    protected void decorateAdminServiceContextAfterConfig(ServletContextHandler context) {
        super.decorateAdminServiceContextAfterConfig(context);
        serveAtTheRootOnly(context);
        // Else it redirects from its root.
        context.setAllowNullPathInfo(true);
        // They answer OPTIONS themselves.
        context.getServletHandler().setFilterMappings(new FilterMapping[0]);
    }

    private static void serveAtTheRootOnly(ServletContextHandler context) {
        context.getServletHandler()
                .setServletMappings(Arrays.stream(context.getServletHandler().getServletMappings())
                        .filter(mapping -> List.of(mapping.getPathSpecs()).contains("/"))
                        .toArray(ServletMapping[]::new));
    }

    @Override
    protected void applyAdditionalServerConfiguration(Server server, Options options) {
        super.applyAdditionalServerConfiguration(server, options);
        server.setErrorHandler(new ErrorHandler() {
            /** Of HTTP/2; of HTTP/1.1 see {@link GatedConnections}. */
            @Override
            public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
                Response refusal = refuser.refuse(
                        new RequestFlaw(status, "The request cannot be read: " + reason + "."),
                        new Request("", Refuser.UNKNOWN, Refuser.UNKNOWN, Headers.none(), Body.none()));
                refusal.headers().forEach(fields::put);
                return ByteBuffer.wrap(refusal.body().bytes());
            }
        });
    }

    /** Has WireMock start this server. */
    public static final class Factory implements HttpServerFactory {
        private final Refuser refuser;

        /**
         * Makes servers of a tenant.
         *
         * @param tenant answers what cannot be read
         * @param clock tells when an answer is sent
         * @param limits beyond which a request is not read
         */
        public Factory(Tenant tenant, Clock clock, Limits limits) {
            refuser = new Refuser(tenant, clock, limits);
        }

        @Override
        public HttpServer buildHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
            return new FaithfulHttpServer(options, admin, stubs, refuser);
        }

        @Override
        public String getName() {
            return "tick-faithful-http-server";
        }
    }
}
