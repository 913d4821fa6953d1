package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.HttpsSettings;
import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import dev.tick.spec.http.Response;
import dev.tick.stub.tenant.Tenants;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.ConnectionFactory;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;

/**
 * WireMock's web server, with three differences. The stub answers in front of WireMock. It has no memory of headers: by default, a
 * header that differs from an earlier one of the connection in case alone is read as that earlier one. And what it cannot read gets
 * 400 in the service's envelope: by default, a page of HTML.
 */
public final class FaithfulHttpServer extends Jetty11HttpServer {
    /** In characters of name and value. */
    private static final int LONGEST_CACHED = 128;

    /** WireMock makes its handlers in a constructor, so both are used in requests only. */
    private final Tenants tenants;

    private final Clock clock;

    private FaithfulHttpServer(
            Options options,
            AdminRequestHandler admin,
            StubRequestHandler stubs,
            Tenants tenants,
            Clock clock,
            UnaryOperator<Handler> front) {
        super(options, admin, stubs);
        this.tenants = tenants;
        this.clock = clock;
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
                made.getSelectorManager().getSelectorCount(),
                made.getConnectionFactories().toArray(ConnectionFactory[]::new));
        connector.setHost(made.getHost());
        connector.setPort(made.getPort());
        connector.setAcceptQueueSize(made.getAcceptQueueSize());
        connector.setIdleTimeout(made.getIdleTimeout());
        connector.setShutdownIdleTimeout(made.getShutdownIdleTimeout());
        return connector;
    }

    private static ServerConnector faithful(ServerConnector connector) {
        connector.getConnectionFactories().stream()
                .filter(HttpConnectionFactory.class::isInstance)
                .map(HttpConnectionFactory.class::cast)
                .forEach(factory -> {
                    factory.getHttpConfiguration().setHeaderCacheCaseSensitive(true);
                    // A token does not fit in: to look it up took a fifth of the time of a submit, to read it takes
                    // less.
                    factory.getHttpConfiguration().setHeaderCacheSize(LONGEST_CACHED);
                    // Read byte by byte, which an array is quicker at.
                    factory.setUseInputDirectByteBuffers(false);
                });
        return connector;
    }

    @Override
    protected void applyAdditionalServerConfiguration(Server server, Options options) {
        super.applyAdditionalServerConfiguration(server, options);
        server.setErrorHandler(new ErrorHandler() {
            /** Jetty has no request to hand out here, so the journal gets none. */
            @Override
            public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
                Response refusal = tenants.own()
                        .contents()
                        .otherRequests()
                        .illegible(status, "The request cannot be read: " + reason + ".");
                refusal.headers().forEach(fields::put);
                fields.put("Date", ResponseSender.date(clock));
                return ByteBuffer.wrap(refusal.body().bytes());
            }
        });
    }

    /** Has WireMock start this server. */
    public static final class Factory implements HttpServerFactory {
        private final Tenants tenants;
        private final Routes routes;
        private final OwnMappings own;
        private final Clock clock;

        /**
         * Makes servers of tenants.
         *
         * @param tenants answer what cannot be read
         * @param routes answer everything else
         * @param wireMock has the mappings of the user
         * @param clock tells when an answer is sent
         */
        public Factory(Tenants tenants, Routes routes, Supplier<WireMockServer> wireMock, Clock clock) {
            this.tenants = tenants;
            this.routes = routes;
            own = new OwnMappings(wireMock);
            this.clock = clock;
        }

        @Override
        public HttpServer buildHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
            return new FaithfulHttpServer(options, admin, stubs, tenants, clock, this::front);
        }

        @Override
        public String getName() {
            return "tick-contract";
        }

        private Handler front(Handler wireMock) {
            return new ContractHandler(
                    wireMock, own, routes, new UnreadableRequests(tenants), new ResponseSender(clock));
        }
    }
}
