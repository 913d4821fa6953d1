package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.common.HttpsSettings;
import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.ServerConnector;

/**
 * WireMock's web server without its memory of headers: by default, a header that differs from an earlier one of the connection in
 * case alone is read as that earlier one.
 */
public final class HeaderCaseHttpServer extends Jetty11HttpServer {
    private HeaderCaseHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        super(options, admin, stubs);
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

    /** Has WireMock start this server. */
    public static final class Factory implements HttpServerFactory {
        @Override
        public HttpServer buildHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
            return new HeaderCaseHttpServer(options, admin, stubs);
        }

        @Override
        public String getName() {
            return "tick-faithful-http-server";
        }
    }
}
