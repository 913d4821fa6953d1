package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.HttpsSettings;
import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.tick.spec.document.Json;
import dev.tick.stub.limit.Limits;
import dev.tick.stub.tenant.Tenants;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.ConnectionFactory;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;
import wiremock.org.eclipse.jetty.servlet.ServletMapping;

/**
 * WireMock's web server, with three differences. A {@link Gate} stands before it: by default, what WireMock and Jetty cannot read gets
 * a page of HTML, with 500 where it is they that fail. Behind the gate the stub answers, in front of WireMock. And it has no memory of
 * headers: by default, a header that differs from an earlier one of the connection in case alone is read as that earlier one.
 */
public final class FaithfulHttpServer extends Jetty11HttpServer {
    /** In characters of name and value. */
    private static final int LONGEST_CACHED = 128;

    /** Each is a thread that also answers; WireMock's pool of threads is small. */
    private static final int MOST_SELECTORS = 4;

    /** WireMock makes its connectors in a constructor, so this is used in requests only. */
    private final Refuser refuser;

    private FaithfulHttpServer(
            Options options,
            AdminRequestHandler admin,
            StubRequestHandler stubs,
            Refuser refuser,
            UnaryOperator<Handler> front) {
        super(options, admin, stubs);
        this.refuser = refuser;
        jettyServer.setHandler(front.apply(jettyServer.getHandler()));
    }

    @Override
    protected ServerConnector createHttpConnector(
            String address, int port, JettySettings settings, NetworkTrafficListener listener) {
        return faithful(plain(super.createHttpConnector(address, port, settings, listener)));
    }

    @Override
    protected ServerConnector createHttpsConnector(
            String address, HttpsSettings https, JettySettings settings, NetworkTrafficListener listener) {
        return faithful(super.createHttpsConnector(address, https, settings, listener));
    }

    /** WireMock's own connector shows each buffer to a listener, and for that sends a response in three pieces in place of two. */
    private static ServerConnector plain(ServerConnector made) {
        ServerConnector connector = new ServerConnector(
                made.getServer(),
                made.getExecutor(),
                made.getScheduler(),
                made.getByteBufferPool(),
                made.getAcceptors(),
                Math.min(MOST_SELECTORS, Runtime.getRuntime().availableProcessors()),
                made.getConnectionFactories().toArray(ConnectionFactory[]::new));
        connector.setHost(made.getHost());
        connector.setPort(made.getPort());
        connector.setAcceptQueueSize(made.getAcceptQueueSize());
        connector.setIdleTimeout(made.getIdleTimeout());
        connector.setShutdownIdleTimeout(made.getShutdownIdleTimeout());
        return connector;
    }

    private ServerConnector faithful(ServerConnector connector) {
        connector.setConnectionFactories(connector.getConnectionFactories().stream()
                .map(factory -> factory instanceof HttpConnectionFactory http ? gated(http) : factory)
                .toList());
        connector.addBean(new SlowSenders(connector));
        return connector;
    }

    private GatedConnections gated(HttpConnectionFactory http) {
        http.getHttpConfiguration().setHeaderCacheCaseSensitive(true);
        // A token does not fit in: to look it up took a fifth of the time of a submit, to read it takes less.
        http.getHttpConfiguration().setHeaderCacheSize(LONGEST_CACHED);
        // Else a body of which no byte comes is refused by nobody.
        http.getHttpConfiguration().setDelayDispatchUntilContent(false);
        GatedConnections connections = new GatedConnections(http, () -> refuser);
        // Read byte by byte, which an array is quicker at.
        connections.setUseInputDirectByteBuffers(false);
        return connections;
    }

    /** WireMock's own files and pages answer in HTML, and no journal has them. */
    @Override
    protected void decorateMockServiceContextAfterConfig(ServletContextHandler context) {
        super.decorateMockServiceContextAfterConfig(context);
        serveAtTheRootOnly(context);
    }

    private static void serveAtTheRootOnly(ServletContextHandler context) {
        context.getServletHandler()
                .setServletMappings(Arrays.stream(context.getServletHandler().getServletMappings())
                        .filter(mapping -> List.of(mapping.getPathSpecs()).contains("/"))
                        .toArray(ServletMapping[]::new));
    }

    /** Has WireMock start this server. */
    public static final class Factory implements HttpServerFactory, StubLifecycleListener {
        private final Routes routes;
        private final OwnMappings own;
        private final Clock clock;
        private final Refuser refuser;

        /**
         * Makes servers of tenants.
         *
         * @param tenants answer what cannot be read
         * @param routes answer everything else
         * @param wireMock has the mappings of the user
         * @param clock tells when an answer is sent
         * @param limits beyond which a request is not read
         */
        public Factory(Tenants tenants, Routes routes, Supplier<WireMockServer> wireMock, Clock clock, Limits limits) {
            this.routes = routes;
            own = new OwnMappings(wireMock);
            this.clock = clock;
            refuser = new Refuser(tenants, clock, limits);
        }

        @Override
        public HttpServer buildHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
            return new FaithfulHttpServer(options, admin, stubs, refuser, this::front);
        }

        @Override
        public void afterStubCreated(StubMapping mapping) {
            own.noteAdded();
        }

        @Override
        public String getName() {
            return "tick-contract";
        }

        private Handler front(Handler wireMock) {
            return new Gate(
                    refuser,
                    new BriefRequests(routes, own),
                    new ContractHandler(
                            wireMock,
                            own,
                            routes,
                            Json.upTo(refuser.limits().nesting())::apply,
                            new ResponseSender(clock)));
        }
    }
}
